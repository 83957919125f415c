package io.kubilitics.catalogue.rule;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.model.Relation;
import io.kubilitics.model.Synthetic;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.ObjectView;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A Service selects the Pods of its namespace that have all labels of its selector; no selector,
/// or an empty one, selects nothing. One of type ExternalName stands for a host instead, and its
/// selector plays no part.
final class ServiceSelectsPods implements FactRule {
  private static final Relation SELECTS = new Relation("selects");
  private static final String SELECTOR = "spec.selector";
  private static final String HOST = "spec.externalName";

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.SERVICE);
  }

  @Override
  public Set<String> reads() {
    return Set.of(SELECTOR, HOST, "spec.type");
  }

  @Override
  public Stream<Fact> facts(ObjectView service) {
    if (service.text("spec.type").map("ExternalName"::equals).orElse(false)) {
      return service.text(HOST).stream()
          .filter(host -> !host.isEmpty())
          .map(host ->
              new Fact.Reaches(
                  SELECTS, new Evidence(HOST, host), new Synthetic(Synthetic.Type.HOST, host)));
    }
    Map<String, String> labels = service.texts(SELECTOR);
    if (labels.isEmpty()) {
      return Stream.of();
    }
    LabelSelector selector = LabelSelector.matching(labels);
    return Stream.of(
        new Fact.Selects(
            SELECTS,
            new Evidence(SELECTOR, selector.toString()),
            Kinds.POD,
            new NamespaceScope.In(service.id().namespace()),
            selector));
  }
}
