package io.kubilitics.catalogue.rule;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.model.Relation;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.Field;
import io.kubilitics.plugin.ObjectView;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A PersistentVolume whose affinity leaves one host name is pinned to the Node with that label,
/// which need not be its name.
final class VolumePinnedToNode implements FactRule {
  private static final Relation PINNED_TO = new Relation("pinned-to");
  private static final String HOST_NAME = "kubernetes.io/hostname";
  private static final String TERMS = "spec.nodeAffinity.required.nodeSelectorTerms[]";

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.PERSISTENT_VOLUME);
  }

  @Override
  public Set<String> reads() {
    return Set.of(TERMS + ".matchExpressions", TERMS + ".matchFields");
  }

  @Override
  public Stream<Fact> facts(ObjectView volume) {
    List<Field> terms = volume.at(TERMS).toList();
    // Terms are alternatives: with several the volume has a choice.
    return terms.size() == 1
        ? terms.getFirst().at("matchExpressions[]").flatMap(VolumePinnedToNode::expression)
        : Stream.of();
  }

  private static Stream<Fact> expression(Field expression) {
    List<String> values =
        expression.at("values[]").flatMap(value -> value.text().stream()).toList();
    boolean pins =
        expression.text("key").map(HOST_NAME::equals).orElse(false)
            && expression.text("operator").map("In"::equals).orElse(false)
            && values.size() == 1;
    return pins
        ? Stream.of(
            new Fact.Selects(
                PINNED_TO,
                new Evidence(expression.path(), values.getFirst()),
                Kinds.NODE,
                NamespaceScope.CLUSTER,
                LabelSelector.matching(HOST_NAME, values.getFirst())))
        : Stream.of();
  }
}
