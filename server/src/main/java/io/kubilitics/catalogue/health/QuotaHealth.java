package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A ResourceQuota of which something is used up: the next object that needs it is refused. A limit
/// of zero is a ban, not a quota.
final class QuotaHealth implements HealthRule {
  private static final FieldPath HARD = FieldPath.parse("status.hard");
  private static final FieldPath USED = FieldPath.parse("status.used");

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kind.core("ResourceQuota"));
  }

  @Override
  public Set<String> reads() {
    return Set.of("status.hard", "status.used");
  }

  @Override
  public Health of(KeptObject quota) {
    if (!Observed.hasStatus(quota)) {
      return Health.UNKNOWN;
    }
    Map<String, String> used = quota.texts(USED);
    List<String> exhausted = new ArrayList<>();
    quota
        .texts(HARD)
        .forEach((resource, hard) -> {
          String now = used.get(resource);
          if (isExhausted(Quantity.parse(hard), Quantity.parse(now))) {
            exhausted.add(resource + " " + now + " of " + hard);
          }
        });
    return exhausted.isEmpty()
        ? Health.HEALTHY
        : new Health(
            Status.DEGRADED, "QuotaExhausted", "Used up: " + String.join(", ", exhausted) + ".");
  }

  private static boolean isExhausted(@Nullable Quantity hard, @Nullable Quantity used) {
    return hard != null && used != null && !hard.isZero() && used.compareTo(hard) >= 0;
  }
}
