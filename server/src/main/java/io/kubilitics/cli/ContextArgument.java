package io.kubilitics.cli;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.ClusterId;
import io.kubilitics.session.Origin;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.cluster.ClusterSource;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import java.time.Instant;

/// The cluster that a context of the kubeconfig reaches. It is contacted when it is read.
record ContextArgument(String name, Contexts contexts) implements SourceArgument {
  @Override
  public String text() {
    return "context " + name;
  }

  @Override
  public ClusterId cluster() {
    return new ClusterId(name);
  }

  @Override
  public String shortName() {
    return name;
  }

  @Override
  public Origin origin() {
    return new Origin.Context(name);
  }

  @Override
  public void check() {
    access();
  }

  @Override
  public ResourceSource still(Catalogue catalogue, Shell shell, Instant asOf) {
    sayWarnings(shell);
    return ClusterSource.still(access(), catalogue, contexts.connector());
  }

  @Override
  public ResourceSource stillWithBodies(Catalogue catalogue, Shell shell, Instant asOf) {
    return still(catalogue, shell, asOf);
  }

  @Override
  public ResourceSource alive(Catalogue catalogue, Shell shell) {
    sayWarnings(shell);
    return ClusterSource.alive(access(), catalogue, contexts.connector());
  }

  /// Says what the user has to know before anybody is contacted.
  void sayWarnings(Shell shell) {
    access()
        .warnings()
        .forEach(warning ->
            shell.err().println("kubilitics: WARNING: " + Plain.text(text() + ": " + warning)));
  }

  private ClusterAccess access() {
    return contexts.kubeconfig().access(name);
  }
}
