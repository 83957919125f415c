package io.kubilitics.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchTokenTest {
  @Test
  void aNewTokenHas256BitsInLettersThatAnAddressMayHold() {
    assertThat(LaunchToken.generate().reveal()).matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  void noTwoTokensAreAlike() {
    assertThat(Stream.generate(() -> LaunchToken.generate().reveal()).limit(1_000).distinct())
        .hasSize(1_000);
  }

  @Test
  void aTokenIsItselfAndNothingElse() {
    LaunchToken token = LaunchToken.generate();

    assertThat(token.is(token.reveal())).isTrue();
    assertThat(token.is(token.reveal() + "A")).isFalse();
    assertThat(token.is(token.reveal().substring(1))).isFalse();
    assertThat(token.is("")).isFalse();
    assertThat(token.is(LaunchToken.generate().reveal())).isFalse();
  }

  @Test
  void aTokenDoesNotShowItselfInLogs() {
    LaunchToken token = LaunchToken.generate();

    assertThat(token.toString()).doesNotContain(token.reveal());
  }

  @Test
  void aProofIsTheHmacOfTheMessageUnderTheLettersOfTheToken() {
    LaunchToken token = LaunchToken.of("0123456789abcdef0123456789abcdef0123456789abcdef");

    assertThat(token.prove("8080"))
        .isEqualTo("27aea71aaf156414e30bd818538934c9180add3a706b633915d9eb61ff8cec44")
        .isNotEqualTo(token.prove("8081"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "with blanks in it, but long enough for that, is it not?"})
  void whatIsNoTokenIsRefusedWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> LaunchToken.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("256 bits");
  }
}
