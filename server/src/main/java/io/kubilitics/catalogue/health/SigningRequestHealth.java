package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.health.Conditions.Condition;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import io.kubilitics.model.Kind;
import java.util.Set;

/// A CertificateSigningRequest waits for its approval, then for its certificate.
final class SigningRequestHealth implements HealthRule {
  private static final FieldPath CERTIFICATE = FieldPath.parse("status.certificate");

  @Override
  public Set<Kind> kinds() {
    return Set.of(new Kind("certificates.k8s.io", "CertificateSigningRequest"));
  }

  @Override
  public Set<String> reads() {
    return Set.of("metadata.uid", Conditions.PATH, "status.certificate");
  }

  @Override
  public Health of(KeptObject request) {
    for (String type : new String[] {"Denied", "Failed"}) {
      Condition end = Conditions.findTrue(request, type);
      if (end != null) {
        return end.health(Status.FAILED);
      }
    }
    if (Conditions.findTrue(request, "Approved") != null) {
      return request.first(CERTIFICATE) == null
          ? new Health(Status.PROGRESSING, "Approved", "It is approved and has no certificate yet.")
          : Health.HEALTHY;
    }
    return Observed.hasStatus(request) || Observed.isInCluster(request)
        ? new Health(Status.PROGRESSING, "Pending", "It waits for approval.")
        : Health.UNKNOWN;
  }
}
