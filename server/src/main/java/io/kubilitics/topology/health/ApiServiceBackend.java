package io.kubilitics.topology.health;

import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.topology.DerivedHealth;
import io.kubilitics.topology.Surroundings;
import java.util.Set;

/// An APIService whose Service is missing or down: every request to that API fails.
final class ApiServiceBackend implements DerivedHealth {
  @Override
  public Set<Kind> kinds() {
    return Set.of(new Kind("apiregistration.k8s.io", "APIService"));
  }

  @Override
  public Set<Relation> along() {
    return Set.of(Names.SERVED_BY);
  }

  @Override
  public int level() {
    return 5;
  }

  @Override
  public Health of(Surroundings api) {
    Health own = api.own();
    if (own.reason().equals("Terminating") || !api.resource().hasUid()) {
      return own;
    }
    return DownService.behind(api, Names.SERVED_BY)
        .map(down ->
            new Health(
                Status.FAILED,
                own.status() == Status.FAILED ? own.reason() : "ServiceUnavailable",
                down.sentence()))
        .orElse(own);
  }
}
