package io.kubilitics.catalogue.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Amounts as Kubernetes writes them.
class QuantityTest {
  private static Quantity of(String text) {
    Quantity quantity = Quantity.parse(text);
    assertThat(quantity).as(text).isNotNull();
    return java.util.Objects.requireNonNull(quantity);
  }

  @ParameterizedTest
  @CsvSource({
    "1000m, 1",
    "0.5, 500m",
    "4096Mi, 4Gi",
    "1k, 1000",
    "1e3, 1k",
    "1E3, 1000",
    "12e-1, 1.2",
    "1E, 1e18",
    "1Ei, 1152921504606846976",
    "100n, 0.1u",
    "+5, 5",
    "0, 0Gi"
  })
  void theSameAmountIsEqualHoweverWritten(String some, String other) {
    assertThat(of(some)).isEqualByComparingTo(of(other));
  }

  @Test
  void moreIsMore() {
    assertThat(of("1Gi")).isGreaterThan(of("1G"));
    assertThat(of("-1")).isLessThan(of("0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "+", ".", "Gi", "1Xi", "1 Gi", "1e", "1e99", "1e-99", "--1"})
  void whatIsNoAmountIsNone(String text) {
    assertThat(Quantity.parse(text)).isNull();
  }
}
