package io.kubilitics.catalogue.rule;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.NodeNeeds.Taint;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.Field;
import io.kubilitics.plugin.ObjectView;
import java.util.Set;
import java.util.stream.Stream;

/// A Node keeps Pods away by its hard taints, and by being cordoned: that is the taint
/// `node.kubernetes.io/unschedulable` even before the controller has set it.
final class NodeTaints implements FactRule {
  private static final String UNSCHEDULABLE = "spec.unschedulable";
  private static final String TAINTS = "spec.taints[]";
  private static final Taint CORDONED =
      new Taint("node.kubernetes.io/unschedulable", "", "NoSchedule");

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.NODE);
  }

  @Override
  public Set<String> reads() {
    return Set.of(UNSCHEDULABLE, TAINTS + ".key", TAINTS + ".value", TAINTS + ".effect");
  }

  @Override
  public Stream<Fact> facts(ObjectView node) {
    Stream<Fact> cordon =
        node.isTrue(UNSCHEDULABLE)
            ? Stream.of(new Fact.Repels(new Evidence(UNSCHEDULABLE, "true"), CORDONED))
            : Stream.of();
    return Stream.concat(node.at(TAINTS).flatMap(NodeTaints::taint), cordon);
  }

  private static Stream<Fact> taint(Field field) {
    Taint taint =
        new Taint(
            field.text("key").orElse(""),
            field.text("value").orElse(""),
            field.text("effect").orElse(""));
    return taint.isHard() && !taint.key().isEmpty()
        ? Stream.of(new Fact.Repels(new Evidence(field.path(), taint.toString()), taint))
        : Stream.of();
  }
}
