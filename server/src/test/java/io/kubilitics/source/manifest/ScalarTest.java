package io.kubilitics.source.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.catalogue.TokenStream.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every row was read with `kubectl label --local -o json`, version 1.32.
class ScalarTest {
  @ParameterizedTest
  @ValueSource(strings = {"y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"})
  void theWordsOfYaml11AreTrue(String text) {
    assertThat(Scalar.plain(text)).isEqualTo(new Scalar(Token.TRUE, "true"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False"})
  void theWordsOfYaml11AreFalse(String text) {
    assertThat(Scalar.plain(text)).isEqualTo(new Scalar(Token.FALSE, "false"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
  void nothingIsNull(String text) {
    assertThat(Scalar.plain(text)).isEqualTo(new Scalar(Token.NULL, "null"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "12, 12",
    "+12, 12",
    "-7, -7",
    "0755, 493",
    "0644, 420",
    "0o755, 493",
    "0x1F, 31",
    "-0x1F, -31",
    "0b11, 3",
    "-0b11, -3",
    "1_000, 1000",
    "1__0, 10",
    "18446744073709551615, 18446744073709551615",
    "123456789012345678901234567890, 123456789012345678901234567890",
    "08, 8",
    "0899, 899",
    "1.50, 1.50",
    "1., 1",
    ".5, 0.5",
    "+1.5, 1.5",
    "1e3, 1e3",
    "1_0.5, 10.5",
    "-0, 0",
    "00, 0",
  })
  void numbersAreWrittenAsJsonDoes(String text, String number) {
    assertThat(Scalar.plain(text)).isEqualTo(new Scalar(Token.NUMBER, number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-01-02",
        "2024-01-02T03:04:05Z",
        "12:30:45",
        "1.2.3",
        "10.0.0.1",
        "10.0.0.0/8",
        "100m",
        "128Mi",
        "1e400",
        "0x",
        "0o8",
        "0xZZ",
        "_1",
        "-",
        "+",
        ".",
        "--flag",
        "-c",
        "1e",
        "1e+",
        "=",
        "yeS",
        "nUll",
        "truely",
        "tRUE",
        "25%",
        ".inf",
        "-.inf",
        ".nan",
        "..",
        "1 2",
      })
  void everythingElseIsTheTextItsAuthorWrote(String text) {
    assertThat(Scalar.plain(text)).isEqualTo(new Scalar(Token.TEXT, text));
  }

  @ParameterizedTest
  @CsvSource({"1.50, 1.5", "1e3, 1000", "0x10, 16", "yes, true", "off, false", "0755, 493", "a, a"})
  void aNameIsWrittenAsKubectlDoes(String text, String name) {
    assertThat(Scalar.plain(text).asName()).isEqualTo(name);
  }

  @Test
  void aMillionDigitsAreNoNumber() {
    String digits = "9".repeat(1_000_000);

    assertThat(Scalar.plain(digits)).isEqualTo(new Scalar(Token.TEXT, digits));
  }
}
