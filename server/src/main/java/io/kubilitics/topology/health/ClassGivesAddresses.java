package io.kubilitics.topology.health;

import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.topology.DerivedHealth;
import io.kubilitics.topology.Surroundings;
import java.util.Set;

/// An IngressClass of which an Ingress has an address: its controller sets them. An IngressClass
/// cannot be ill itself.
final class ClassGivesAddresses implements DerivedHealth {
  static final String REASON = "GivesAddresses";

  @Override
  public Set<Kind> kinds() {
    return Set.of(new Kind("networking.k8s.io", "IngressClass"));
  }

  @Override
  public Set<Relation> along() {
    return Set.of(Names.CLASS_OF);
  }

  @Override
  public Health of(Surroundings type) {
    boolean gives =
        Around.in(type, Names.CLASS_OF).stream().anyMatch(user -> user.is(Status.HEALTHY));
    return gives && type.own().status() == Status.HEALTHY
        ? new Health(
            Status.HEALTHY, REASON, "Its controller gives addresses to the Ingresses of the class.")
        : type.own();
  }
}
