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

/// A Lease in `kube-node-lease` is the heartbeat of the Node of its name.
final class LeaseOfNode implements FactRule {
  private static final Relation LEASE_OF = new Relation("lease-of");
  private static final String NODE_LEASES = "kube-node-lease";

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.LEASE);
  }

  @Override
  public Set<String> reads() {
    return Set.of();
  }

  @Override
  public Stream<Fact> facts(ObjectView lease) {
    if (!lease.id().namespace().equals(NODE_LEASES)) {
      return Stream.of();
    }
    String node = lease.id().name();
    return Stream.of(
        new Fact.Names(
            LEASE_OF,
            new Evidence("metadata.name", node),
            ResourceId.clusterScoped(Kinds.NODE, node),
            Presence.IF_EXISTS));
  }
}
