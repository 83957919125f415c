package io.kubilitics.topology.health;

import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.topology.DerivedHealth;
import io.kubilitics.topology.Surroundings;
import java.util.Set;

/// An Ingress without an address, though the controller of its class gives them: it waits, and
/// after a while something is wrong.
final class IngressOfClass implements DerivedHealth {
  @Override
  public Set<Kind> kinds() {
    return Set.of(new Kind("networking.k8s.io", "Ingress"));
  }

  @Override
  public Set<Relation> along() {
    return Set.of(Names.CLASS_OF);
  }

  @Override
  public int level() {
    return 2;
  }

  @Override
  public Health of(Surroundings ingress) {
    Health own = ingress.own();
    if (own.status() != Status.UNKNOWN || !ingress.resource().hasUid()) {
      return own;
    }
    for (Around type : Around.out(ingress, Names.CLASS_OF)) {
      if (type.health().reason().equals(ClassGivesAddresses.REASON)) {
        return new Health(
            Lateness.isLate(ingress) ? Status.DEGRADED : Status.PROGRESSING,
            "NoAddress",
            "It has got no address yet; others of "
                + Words.name(type.id(), ingress.resource().id())
                + " have.");
      }
    }
    return own;
  }
}
