package io.kubilitics.gitops;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Presence;
import io.kubilitics.model.ResourceId;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.ObjectView;
import java.util.Set;
import java.util.stream.Stream;
import org.pf4j.Extension;

/// An Application is in the AppProject it names. Projects are where Argo CD runs, Applications may
/// be anywhere; `default` is made by Argo CD itself.
@Extension
public final class ApplicationInProject implements FactRule {
  private static final String PROJECT = "spec.project";

  @Override
  public Set<Kind> kinds() {
    return Set.of(Words.APPLICATION);
  }

  @Override
  public Set<String> reads() {
    return Set.of(PROJECT);
  }

  @Override
  public Stream<Fact> facts(ObjectView app) {
    String project = app.text(PROJECT).orElse("");
    if (project.isEmpty()) {
      return Stream.of();
    }
    String own = app.id().namespace();
    boolean isMissed = own.equals(Words.ARGO_CD) && !project.equals("default");
    Fact here = project(project, own, isMissed ? Presence.REQUIRED : Presence.IF_EXISTS);
    return own.equals(Words.ARGO_CD)
        ? Stream.of(here)
        : Stream.of(here, project(project, Words.ARGO_CD, Presence.IF_EXISTS));
  }

  private static Fact project(String name, String namespace, Presence presence) {
    return new Fact.Names(
        Words.CONFIGURED_BY,
        new Evidence(PROJECT, name),
        new ResourceId(Words.APP_PROJECT, namespace, name),
        presence);
  }
}
