package io.kubilitics.cli;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.ClusterId;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.cluster.ClusterSource;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import io.kubilitics.source.cluster.kubeconfig.Kubeconfig;
import java.time.Instant;
import java.util.List;

/// The cluster that a context of the kubeconfig reaches. It is contacted when it is read.
record ContextArgument(String name, Kubeconfig kubeconfig) implements SourceArgument {
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
  public void check() {
    access();
  }

  /// What the user has to know before it is contacted.
  List<String> warnings() {
    return access().warnings();
  }

  @Override
  public ResourceSource still(Catalogue catalogue, Shell shell, Instant asOf) {
    return ClusterSource.still(access(), catalogue, LiveConnector.of(shell));
  }

  @Override
  public ResourceSource stillWithBodies(Catalogue catalogue, Shell shell, Instant asOf) {
    return still(catalogue, shell, asOf);
  }

  @Override
  public ResourceSource alive(Catalogue catalogue, Shell shell) {
    return ClusterSource.alive(access(), catalogue, LiveConnector.of(shell));
  }

  private ClusterAccess access() {
    return kubeconfig.access(name);
  }
}
