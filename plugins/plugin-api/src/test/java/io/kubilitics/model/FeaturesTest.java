package io.kubilitics.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FeaturesTest {
  private static final Features FEATURES =
      Features.of(Map.of("Image", "ghcr.io/Shop/Cart:v1", "Node", "größe-7", "Phase", ""));

  @Test
  void aTextIsFoundInEitherCaseOfItsLetters() {
    assertThat(holds("shop/cart")).isTrue();
    assertThat(holds("cart:v1")).isTrue();
    assertThat(holds("ghcr")).isTrue();
  }

  @Test
  void aTextIsFoundUpToTheEndOfAValueAndNotBeyond() {
    assertThat(holds("7")).isTrue();
    assertThat(holds("v1g")).isFalse();
    assertThat(holds("v12")).isFalse();
    assertThat(holds("image")).isFalse();
  }

  @Test
  void whatIsNoAsciiLetterIsFoundAsItIs() {
    assertThat(holds("größe")).isTrue();
    assertThat(holds("GRÖSSE")).isFalse();
    assertThat(holds("[")).isFalse();
  }

  private static boolean holds(String text) {
    return FEATURES.holds(text.getBytes(UTF_8));
  }
}
