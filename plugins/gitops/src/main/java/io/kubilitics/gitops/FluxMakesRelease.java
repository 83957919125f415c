package io.kubilitics.gitops;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Synthetic;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.ObjectView;
import java.util.Set;
import java.util.stream.Stream;
import org.pf4j.Extension;

/// A Flux HelmRelease makes a Helm release. Its name is `releaseName`, else the object's own name,
/// behind `targetNamespace` and a hyphen where that is set; its namespace is `targetNamespace`,
/// else the own. One for another cluster makes none here.
@Extension
public final class FluxMakesRelease implements FactRule {
  private static final String NAME = "spec.releaseName";
  private static final String NAMESPACE = "spec.targetNamespace";

  @Override
  public Set<Kind> kinds() {
    return Set.of(Words.HELM_RELEASE);
  }

  @Override
  public Set<String> reads() {
    return Set.of(NAME, NAMESPACE, "spec.kubeConfig");
  }

  @Override
  public Stream<Fact> facts(ObjectView object) {
    String target = object.text(NAMESPACE).orElse("");
    String said = object.text(NAME).orElse("");
    String own = object.id().name();
    String usual = target.isEmpty() ? own : target + "-" + own;
    String name = said.isEmpty() ? usual : said;
    String namespace = target.isEmpty() ? object.id().namespace() : target;
    if (namespace.isEmpty() || object.first("spec.kubeConfig").isPresent()) {
      return Stream.of();
    }
    return Stream.of(
        new Fact.Reaches(
            Words.PRODUCES,
            new Evidence(said.isEmpty() ? "metadata.name" : NAME, name),
            new Synthetic(Synthetic.Type.HELM_RELEASE, namespace, name)));
  }
}
