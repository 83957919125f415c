package io.kubilitics.topology.health;

import io.kubilitics.model.Fact;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.WebhookFailure;
import io.kubilitics.topology.DerivedHealth;
import io.kubilitics.topology.Surroundings;
import java.util.List;
import java.util.Set;

/// A webhook configuration of a cluster whose Service is missing or down. What it intercepts is
/// refused, or with the failure policy `Ignore` let through unseen, which is less bad.
final class WebhookBackend implements DerivedHealth {
  private static final String GROUP = "admissionregistration.k8s.io";

  @Override
  public Set<Kind> kinds() {
    return Set.of(
        new Kind(GROUP, "MutatingWebhookConfiguration"),
        new Kind(GROUP, "ValidatingWebhookConfiguration"));
  }

  @Override
  public Set<Relation> along() {
    return Set.of(Names.CALLS_WEBHOOK);
  }

  @Override
  public int level() {
    return 5;
  }

  @Override
  public Health of(Surroundings configuration) {
    Health own = configuration.own();
    if (own.reason().equals("Terminating") || !configuration.resource().hasUid()) {
      return own;
    }
    List<DownService> down = DownService.all(configuration, Names.CALLS_WEBHOOK);
    for (DownService service : down) {
      if (refuses(configuration.resource(), service.id())) {
        return new Health(
            Status.FAILED,
            "WebhookUnavailable",
            "Requests that it intercepts are refused. " + service.sentence());
      }
    }
    return down.isEmpty()
        ? own
        : new Health(
            Status.DEGRADED,
            "WebhookUnavailable",
            "Requests that it should see pass unseen. " + down.getFirst().sentence());
  }

  /// Whether a webhook that calls the Service fails closed.
  private static boolean refuses(Resource configuration, ResourceId service) {
    for (Fact fact : configuration.facts()) {
      if (fact instanceof Fact.Names names
          && names.target().equals(service)
          && WebhookFailure.refuses(configuration.features(), names.evidence().path())) {
        return true;
      }
    }
    return false;
  }
}
