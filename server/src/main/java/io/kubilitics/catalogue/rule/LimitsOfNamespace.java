package io.kubilitics.catalogue.rule;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.ObjectView;
import java.util.Set;
import java.util.stream.Stream;

/// A ResourceQuota and a LimitRange limit their own Namespace. When that is missing, it is missing
/// as the place of the object, not as the target of a reference.
final class LimitsOfNamespace implements FactRule {
  private static final Relation LIMITS = new Relation("limits");

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.RESOURCE_QUOTA, Kinds.LIMIT_RANGE);
  }

  @Override
  public Set<String> reads() {
    return Set.of();
  }

  @Override
  public Stream<Fact> facts(ObjectView limit) {
    String namespace = limit.id().namespace();
    return Stream.of(
        new Fact.Names(
            LIMITS,
            new Evidence("metadata.namespace", namespace),
            ResourceId.clusterScoped(Kinds.NAMESPACE, namespace),
            Presence.IF_EXISTS));
  }
}
