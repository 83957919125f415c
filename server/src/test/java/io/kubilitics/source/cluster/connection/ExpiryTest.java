package io.kubilitics.source.cluster.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.source.cluster.credential.Credential;
import io.kubilitics.source.cluster.kubeconfig.Hidden;
import io.kubilitics.testbed.FakeTrust;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpiryTest {
  private static final Instant END = Instant.parse("2021-01-01T00:00:00Z");

  private static Credential shown(@Nullable String pem, @Nullable Instant end) {
    Hidden certificates = pem == null ? null : new Hidden(pem);
    return new Credential(null, certificates, certificates, end);
  }

  @Test
  void theFirstCertificateIsTheOneThatCounts() {
    Credential chain = shown(FakeTrust.EXPIRED.certificate() + FakeTrust.authority(), null);
    assertThat(Expiry.passed(chain, END)).isEmpty();
    assertThat(Expiry.passed(chain, END.plusSeconds(1)))
        .hasValueSatisfying(words ->
            assertThat(words)
                .endsWith("the certificate of the client expired at 2021-01-01T00:00:00Z"));

    Credential turned = shown(FakeTrust.authority() + FakeTrust.EXPIRED.certificate(), null);
    assertThat(Expiry.passed(turned, END.plusSeconds(1))).isEmpty();
  }

  @Test
  void whatTheCredentialSaysOfItselfComesFirst() {
    Credential both = shown(FakeTrust.EXPIRED.certificate(), END.plusSeconds(1));
    assertThat(Expiry.passed(both, END.plusSeconds(1)))
        .hasValueSatisfying(words -> assertThat(words).endsWith("expired at 2021-01-01T00:00:01Z"));
  }

  @Test
  void whatIsNoCertificateAndWhatIsNotThereHasNotRunOut() {
    assertThat(Expiry.passed(shown("s3cr3t", null), Instant.MAX)).isEmpty();
    assertThat(Expiry.passed(Credential.NONE, Instant.MAX)).isEmpty();
  }
}
