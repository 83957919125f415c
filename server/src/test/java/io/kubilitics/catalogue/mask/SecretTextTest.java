package io.kubilitics.catalogue.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTextTest {
  private static final String PEM =
      "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIB\nhunter2\n-----END RSA PRIVATE KEY-----\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "postgres://app:hunter2@db.shop:5432/x # postgres://masked@db.shop:5432/x",
        "amqp://app:hun/ter2@mq # amqp://masked@mq",
        "redis://:hunter2@cache:6379 # redis://masked@cache:6379",
        "https://hunter2@git.example.com/a.git and on # https://masked@git.example.com/a.git and"
            + " on",
        "http://web.shop:80/users/@me # http://web.shop:80/users/@me",
        "--password=hunter2 # --password=masked",
        "run --api-key=hunter2 --verbose # run --api-key=masked --verbose",
        "server --password hunter2 -v # server --password masked -v",
        "mysql -u root -phunter2 shop # mysql -u root -pmasked shop",
        "curl -u app:hunter2 http://x # curl -u masked http://x",
        "redis-cli -h cache -a hunter2 ping # redis-cli -h cache -a masked ping",
        "spring.datasource.password=hunter2 # spring.datasource.password=masked",
        "password = hunter 2 # password = masked",
        "Server=db;Password=hunter2;Port=1 # Server=db;Password=masked;Port=1",
        "{\"user\":\"a\",\"password\":\"hunter2\"} # {\"user\":\"a\",\"password\":\"masked\"}",
        "{\"token\": \"hun\\\"ter2\", \"x\": 1} # {\"token\": \"masked\", \"x\": 1}",
        "{\\\"secret\\\":\\\"hunter2\\\"} # {\\\"secret\\\":\\\"masked\\\"}",
        "<password>hunter2</password> # <password>masked</password>",
        "Authorization: Bearer hunter2hunter2 # Authorization: masked",
        "said Bearer abcdef1234567890 then # said Bearer masked then",
        "key AKIAIOSFODNN7EXAMPLE here # key masked here",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc # masked",
      })
  void aCredentialInATextIsCovered(String text, String expected) {
    assertThat(SecretText.covered(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://web.shop.svc.cluster.local:8080/path?x=1",
        "mail to admin@example.com",
        "the password is wrong: try again",
        "invalid token: expired",
        "secretName: db-password",
        "passwordFile=/etc/secrets/password",
        "password=$(DB_PASSWORD)",
        "--token=${TOKEN}",
        "password: {{ .Values.password }}",
        "tokenExpirationSeconds: 3600",
        "registry.example.com/team/app:1.4.2@sha256:0123456789abcdef",
        "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
        "back-off 5m0s restarting failed container=main pod=cart-1_shop(0a1b)",
        "a == b && c := d",
        "{\"secret\": {\"name\": \"x\"}}",
      })
  void whatIsNoCredentialStays(String text) {
    assertThat(SecretText.covered(text)).isEqualTo(text);
  }

  @Test
  void aPrivateKeyIsCoveredAsAWholeAlsoWhenItsEndIsMissing() {
    assertThat(SecretText.covered("before\n" + PEM + "after")).isEqualTo("before\nmasked\nafter");
    assertThat(SecretText.covered(PEM.substring(0, 50))).isEqualTo("masked");
  }

  @Test
  void anEncodedPrivateKeyIsCoveredAndAnEncodedCertificateIsNot() {
    String key = base64(PEM);
    String certificate = base64("-----BEGIN CERTIFICATE-----\nMIIBsomething\n");

    assertThat(SecretText.covered("a: " + key)).isEqualTo("a: masked");
    assertThat(SecretText.covered("a: " + certificate)).isEqualTo("a: " + certificate);
  }

  @Test
  void theLinesOfAYamlBlockAreCoveredAndWhatFollowsStays() {
    assertThat(SecretText.covered("a:\n  password: |\n    hun\n    ter2\n  user: app\n"))
        .isEqualTo("a:\n  password: |\n    masked\n  user: app\n");
  }

  @Test
  void coveringTwiceIsCoveringOnce() {
    String once = SecretText.covered("password=hunter2 postgres://a:b@c");

    assertThat(SecretText.covered(once)).isEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=",
        "password=",
        "://",
        "\"",
        "\\",
        "mysql -p",
        "--",
        "eyJ",
        "a: ",
        "{\"token\":",
        "-----BEGIN ",
        "LS0tLS1CRUdJTi",
        " ",
        "password: |\n",
        "Bearer ",
        "<password>",
        "curl -u "
      })
  @Timeout(120)
  void hostileTextTakesNoLongerThanItIsLong(String piece) {
    String text = piece.repeat(400_000 / piece.length());

    assertThatCode(() -> SecretText.covered(text)).doesNotThrowAnyException();
    long start = System.nanoTime();
    SecretText.covered(text);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  private static String base64(String text) {
    return java.util.Base64.getEncoder()
        .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
