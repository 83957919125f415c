package io.kubilitics.source.cluster.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.source.cluster.kubeconfig.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenExpiryTest {
  private static String token(String claims) {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return "e30." + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".c2ln";
  }

  @Test
  void aTokenSaysWhenItEnds() {
    String token = token("{\"aud\":[\"a\",{\"exp\":1}],\"sub\":\"x\",\"exp\":1767225600}");

    assertThat(TokenExpiry.of(new Hidden(token))).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(TokenExpiry.of(new Hidden("Bearer " + token)))
        .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "",
        "{\"exp\":\"soon\"}",
        "{\"exp\":null}",
        "{\"exp\":{}}",
        "{\"exp\":",
        "{\"exp\":1e400}",
        "{\"exp\":9223372036854775807}",
        "{\"exp\":99999999999999999999999999}",
        "{\"sub\":\"x\"}"
      })
  void whatSaysNothingOfAnEndHasNone(String claims) {
    assertThat(TokenExpiry.of(new Hidden(token(claims)))).isNull();
  }

  @Test
  void whatIsNoJwtHasNoEnd() {
    for (String text : new String[] {"", ".", "..", "...", "a.b", "a.%%.c", "a.b.c.d", "Basic x"}) {
      assertThat(TokenExpiry.of(new Hidden(text))).as(text).isNull();
    }
    assertThat(TokenExpiry.of(new Hidden(token("{\"exp\":1}") + "x".repeat(1 << 20)))).isNull();
    assertThat(TokenExpiry.of(new Hidden(token("[".repeat(20_000))))).isNull();
  }
}
