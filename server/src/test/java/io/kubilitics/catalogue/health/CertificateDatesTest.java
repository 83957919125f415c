package io.kubilitics.catalogue.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The dates of certificates, and what anybody may write in their place.
class CertificateDatesTest {
  private static final String DATES = "2026-01-01T00:00:00Z/2026-04-01T00:00:00Z";

  /// As far as the reader looks: version, serial, algorithm, issuer, validity.
  private static byte[] certificate(String notBefore, String notAfter) {
    byte[] validity = sequence(joined(time(notBefore), time(notAfter)));
    byte[] version = {(byte) 0xA0, 3, 2, 1, 2};
    byte[] serial = {2, 1, 7};
    byte[] body = joined(version, joined(serial, joined(sequence(), joined(sequence(), validity))));
    return sequence(sequence(body));
  }

  private static byte[] time(String text) {
    int tag = text.length() == "260101000000Z".length() ? 0x17 : 0x18;
    return value(tag, text.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] sequence(byte... content) {
    return value(0x30, content);
  }

  private static byte[] value(int tag, byte[] content) {
    return joined(new byte[] {(byte) tag, (byte) content.length}, content);
  }

  private static byte[] joined(byte[] some, byte[] more) {
    byte[] all = new byte[some.length + more.length];
    System.arraycopy(some, 0, all, 0, some.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  private static String pem(byte[] der) {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(der)
        + "\n-----END CERTIFICATE-----\n";
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void theFirstCertificateCounts() {
    String chain =
        "subject=shop\n"
            + pem(certificate("260101000000Z", "260401000000Z"))
            + pem(certificate("200101000000Z", "210401000000Z"));

    assertThat(CertificateDates.ofPem(chain)).isEqualTo(DATES);
    assertThat(CertificateDates.ofBase64(base64(chain))).isEqualTo(DATES);
  }

  @Test
  void yearsOfTwoDigitsAreOfTwoCenturies() {
    assertThat(CertificateDates.ofPem(pem(certificate("500101000000Z", "491231235959Z"))))
        .isEqualTo("1950-01-01T00:00:00Z/2049-12-31T23:59:59Z");
    assertThat(CertificateDates.ofPem(pem(certificate("260101000000Z", "99991231235959Z"))))
        .isEqualTo("2026-01-01T00:00:00Z/9999-12-31T23:59:59Z");
  }

  @Test
  void aTextOfDatesIsReadBack() {
    assertThat(CertificateDates.parse(DATES))
        .isEqualTo(
            new CertificateDates(
                Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z")));
    assertThat(CertificateDates.parse("")).isNull();
    assertThat(CertificateDates.parse("/")).isNull();
    assertThat(CertificateDates.parse(null)).isNull();
  }

  @Test
  void noBytesDoHarmAndNothingButDatesComesOut() {
    byte[] whole = certificate("260101000000Z", "260401000000Z");
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = whole.clone();
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      byte[] cut = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));

      for (byte[] der : new byte[][] {bytes, cut}) {
        String text = CertificateDates.ofPem(pem(der));
        assertThat(text.isEmpty() || CertificateDates.parse(text) != null).as(text).isTrue();
      }
    }
  }

  @Test
  void whatIsFarTooLongIsNotLookedAt() {
    String begin = "-----BEGIN CERTIFICATE-----\n";
    String long64 = "QUFB".repeat(1 << 18);

    assertThat(CertificateDates.ofPem(begin + long64 + "-----END CERTIFICATE-----")).isEmpty();
    assertThat(CertificateDates.ofBase64(long64)).isEmpty();
    assertThat(CertificateDates.ofBase64("=".repeat(100))).isEmpty();
  }
}
