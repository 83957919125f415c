package io.kubilitics.source.cluster.connection;

import io.kubilitics.source.cluster.credential.Credential;
import io.kubilitics.source.cluster.kubeconfig.Hidden;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a server may not accept a credential any more: it has run out, or the certificate in it has.
final class Expiry {
  private static final String REFUSED = "the server does not accept the credentials: ";

  private Expiry() {}

  /// What is said of a credential that was refused; empty when it has not run out.
  static Optional<String> passed(Credential refused, Instant now) {
    Instant end = refused.expires();
    if (end != null && !now.isBefore(end)) {
      return Optional.of(REFUSED + "they expired at " + end.truncatedTo(ChronoUnit.SECONDS));
    }
    return certificateEnd(refused.certificates())
        .filter(now::isAfter)
        .map(last -> REFUSED + "the certificate of the client expired at " + last);
  }

  /// The last second of the client's own certificate (`notAfter` of RFC 5280, section 4.1.2.5),
  /// which comes before those of its authorities.
  private static Optional<Instant> certificateEnd(@Nullable Hidden pem) {
    if (pem == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Certificates.certificates(pem.reveal()).getFirst().getNotAfter().toInstant());
    } catch (GeneralSecurityException _) {
      return Optional.empty();
    }
  }
}
