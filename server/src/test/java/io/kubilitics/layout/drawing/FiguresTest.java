package io.kubilitics.layout.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s",
    "PT-5S, 0 s",
    "PT119S, 119 s",
    "PT2M, 2 min",
    "PT119M, 119 min",
    "PT2H, 2 h",
    "PT71H, 71 h",
    "PT72H, 3 d",
    "P729D, 729 d",
    "P730D, 2 y",
    "P4000D, 10 y"
  })
  void agesHaveTheLargestUnitThatSaysEnough(Duration duration, String text) {
    assertThat(Figures.age(duration)).isEqualTo(text);
  }

  @Test
  void longNumbersAreGrouped() {
    assertThat(Figures.grouped(7)).isEqualTo("7");
    assertThat(Figures.grouped(1_204)).isEqualTo("1,204");
    assertThat(Figures.grouped(26_882_000)).isEqualTo("26,882,000");
    assertThat(Figures.grouped(-123)).isEqualTo("-123");
  }

  @Test
  void onlyWholeNumbersThatAClusterCanHaveAreNumbers() {
    assertThat(Figures.number("12")).isEqualTo("12");
    for (String text : new String[] {null, "", "-1", "1.5", "1e9", "12345678", "٣", "x"}) {
      assertThat(Figures.number(text)).isEmpty();
    }
  }

  @Test
  void whatIsNoMomentIsNone() {
    assertThat(Figures.instant("2026-11-20T10:00:00Z"))
        .isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
    for (String text : new String[] {null, "", "2026-99-20T10:00:00Z", "x".repeat(30)}) {
      assertThat(Figures.instant(text)).isNull();
    }
  }

  @Test
  void kindsHaveTheirPlurals() {
    assertThat(KindWords.counted(1, "Pod")).isEqualTo("1 Pod");
    assertThat(KindWords.counted(1_204, "Pod")).isEqualTo("1,204 Pods");
    assertThat(KindWords.plural("Ingress")).isEqualTo("Ingresses");
    assertThat(KindWords.plural("NetworkPolicy")).isEqualTo("NetworkPolicies");
    assertThat(KindWords.plural("Gateway")).isEqualTo("Gateways");
    assertThat(KindWords.plural("Endpoints")).isEqualTo("Endpoints");
  }
}
