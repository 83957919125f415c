package io.kubilitics.source.cluster.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificatesTest {
  @ParameterizedTest
  @CsvSource({
    "rsa, rsa-pkcs8",
    "rsa, rsa-pkcs1",
    "p256, p256-pkcs8",
    "p256, p256-sec1",
    "p384, p384-pkcs8",
    "p384, p384-sec1",
    "ed25519, ed25519-pkcs8"
  })
  void aKeyOfAnyUsualFormIsThatOfItsCertificate(String certificate, String key) {
    assertThatCode(() ->
            ClientKey.of(
                Certificates.certificates(text(certificate)), Certificates.privateKey(text(key))))
        .doesNotThrowAnyException();
  }

  @Test
  void certificateAndKeyMayStandInOneText() throws Exception {
    String both = "a comment\r\n" + text("p256") + "\nmore\n" + text("p256-sec1");
    ClientKey.of(Certificates.certificates(both), Certificates.privateKey(both));
  }

  @ParameterizedTest
  @CsvSource({"rsa, p256-sec1", "p256, p384-sec1", "ed25519, rsa-pkcs1"})
  void anotherKeyIsRefused(String certificate, String key) {
    assertThatThrownBy(() ->
            ClientKey.of(
                Certificates.certificates(text(certificate)), Certificates.privateKey(text(key))))
        .hasMessage("it does not belong to the client's certificate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"p256-encrypted", "p256-sec1-encrypted"})
  void anEncryptedKeyIsRefused(String key) {
    assertThatThrownBy(() -> Certificates.privateKey(text(key))).hasMessage("it is encrypted");
  }

  @Test
  void whatIsDamagedIsRefusedWithoutQuotingIt() {
    Random random = new Random(7);
    for (String name : List.of("rsa-pkcs1", "p256-sec1", "p384-sec1", "ed25519-pkcs8")) {
      String text = text(name);
      for (int i = 0; i < 300; i++) {
        StringBuilder damaged = new StringBuilder(text);
        int at = random.nextInt(text.length());
        damaged.setCharAt(at, (char) ('!' + random.nextInt(90)));
        damaged.setLength(random.nextInt(text.length() / 2, text.length() + 1));
        try {
          Certificates.privateKey(damaged.toString());
        } catch (GeneralSecurityException e) {
          assertThat(e.getMessage()).hasSizeLessThan(60);
        }
      }
    }
  }

  private static String text(String name) {
    try (InputStream in =
        CertificatesTest.class.getResourceAsStream("/connection/" + name + ".pem")) {
      if (in == null) {
        throw new IllegalStateException(name);
      }
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
