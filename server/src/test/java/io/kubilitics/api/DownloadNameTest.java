package io.kubilitics.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "shop | filename=\"shop-3.svg\"",
        "prod.eu-1 | filename=\"prod.eu-1-3.svg\"",
        "../../etc/passwd | filename=\"_._.._etc_passwd-3.svg\"",
        "a\"; filename=\"evil.exe | filename=\"a___filename__evil.exe-3.svg\"",
        "C:\\boot | filename=\"C__boot-3.svg\"",
        "münchen | filename=\"m_nchen-3.svg\"; filename*=UTF-8''m%C3%BCnchen-3.svg",
        "集群 | filename=\"__-3.svg\"; filename*=UTF-8''%E9%9B%86%E7%BE%A4-3.svg",
      })
  void aNameIsSafeForEveryBrowser(String cluster, String expected) {
    assertThat(DownloadName.attachment(cluster, "-3.svg")).isEqualTo("attachment; " + expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nSet-Cookie: x", "a\u0000b", "a\u202Egvs.exe", "\uD800", "..", "."})
  void nothingInItEndsAHeaderOrTurnsItRound(String cluster) {
    String value = DownloadName.attachment(cluster, ".svg");

    assertThat(value).matches("[ -~]*").contains("filename=\"").doesNotContain("..\"");
    assertThat(value.chars().filter(c -> c == '"').count()).isEqualTo(2);
    assertThat(value).doesNotContain("%E2%80%AE");
  }

  @Test
  void aLongNameIsCut() {
    assertThat(DownloadName.attachment("x".repeat(5_000), ".svg").length()).isLessThan(200);
    assertThat(DownloadName.attachment("", ".svg")).isEqualTo("attachment; filename=\"_.svg\"");
  }
}
