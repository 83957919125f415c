package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// A Secret cannot be ill, but the certificate in it expires. Of that only the two dates are kept.
///
/// A warning comes in the last fifth of its life, at most fourteen days before the end: what renews
/// certificates by itself does so earlier.
final class SecretHealth implements HealthRule {
  private static final FieldPath CERTIFICATE = FieldPath.parse("data[\"tls.crt\"]");
  private static final FieldPath PLAIN = FieldPath.parse("stringData[\"tls.crt\"]");
  private static final Duration WARNING = Duration.ofDays(14);
  private static final int PART_OF_LIFE = 5;

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kind.core("Secret"));
  }

  @Override
  public Set<String> reads() {
    return Set.of();
  }

  @Override
  public Map<FieldPath, UnaryOperator<String>> digests() {
    return Map.of(
        CERTIFICATE, CertificateDates::ofBase64,
        PLAIN, CertificateDates::ofPem);
  }

  @Override
  public Health of(KeptObject secret) {
    CertificateDates dates = CertificateDates.parse(secret.scalar(PLAIN));
    if (dates == null) {
      dates = CertificateDates.parse(secret.scalar(CERTIFICATE));
    }
    return dates == null ? Health.HEALTHY : of(dates);
  }

  private static Health of(CertificateDates dates) {
    Instant from = dates.notBefore();
    Instant end = dates.notAfter();
    if (!from.isBefore(end)) {
      return expired(end);
    }
    Duration part = Duration.between(from, end).dividedBy(PART_OF_LIFE);
    Instant warning = end.minus(part.compareTo(WARNING) < 0 ? part : WARNING);
    Health early =
        new Health(
            Status.DEGRADED,
            "CertificateNotYetValid",
            "Its certificate is valid from " + from + ".");
    Health late =
        new Health(
            Status.DEGRADED, "CertificateExpiring", "Its certificate expires at " + end + ".");
    return early.until(from, Health.HEALTHY.until(warning, late.until(end, expired(end))));
  }

  private static Health expired(Instant end) {
    return new Health(
        Status.FAILED, "CertificateExpired", "Its certificate expired at " + end + ".");
  }
}
