package io.kubilitics.topology.health;

import io.kubilitics.model.Fact;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.DerivedHealth;
import io.kubilitics.topology.Surroundings;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A webhook configuration of a cluster whose Service is missing or down. What it intercepts is
/// refused, or with the failure policy `Ignore` let through unseen, which is less bad.
final class WebhookBackend implements DerivedHealth {
  private static final String GROUP = "admissionregistration.k8s.io";
  private static final String POLICIES = "failurePolicies";
  private static final String WEBHOOKS = "webhooks[";

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

  /// Whether a webhook that calls the Service fails closed, as all do that do not say otherwise.
  private static boolean refuses(Resource configuration, ResourceId service) {
    String text = configuration.features().get(POLICIES);
    String[] policies = text == null ? new String[0] : text.split(",", -1);
    for (Fact fact : configuration.facts()) {
      if (fact instanceof Fact.Names names && names.target().equals(service)) {
        int webhook = index(names.evidence().path());
        if (webhook < 0 || webhook >= policies.length || !policies[webhook].equals("Ignore")) {
          return true;
        }
      }
    }
    return false;
  }

  /// Which webhook a path begins with.
  private static int index(@Nullable String path) {
    int end = path == null || !path.startsWith(WEBHOOKS) ? -1 : path.indexOf(']');
    if (path == null || end < 0) {
      return -1;
    }
    String digits = path.substring(WEBHOOKS.length(), end);
    return digits.length() < 9 && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Integer.parseInt(digits)
        : -1;
  }
}
