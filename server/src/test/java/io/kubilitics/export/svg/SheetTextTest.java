package io.kubilitics.export.svg;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.layout.drawing.Figures;
import io.kubilitics.layout.drawing.KindWords;
import io.kubilitics.layout.text.TextMeasure;
import io.kubilitics.layout.text.TextStyle;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SheetTextTest {
  @Test
  void momentsAreInEnglishAndUtcWhateverTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

      assertThat(SheetTime.of(Instant.parse("2026-11-20T10:00:07Z")))
          .isEqualTo("Fri 20 Nov 2026 10:00:07 UTC");
      assertThat(SheetTime.of(Instant.EPOCH)).isEqualTo("Thu 1 Jan 1970 00:00:00 UTC");
      assertThat(Figures.grouped(26_882)).isEqualTo("26,882");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void digitsAreGroupedByThrees() {
    assertThat(Figures.grouped(0)).isEqualTo("0");
    assertThat(Figures.grouped(999)).isEqualTo("999");
    assertThat(Figures.grouped(1_000)).isEqualTo("1,000");
    assertThat(Figures.grouped(-123_456)).isEqualTo("-123,456");
    assertThat(Figures.grouped(Long.MIN_VALUE)).isEqualTo("-9,223,372,036,854,775,808");
    assertThat(KindWords.counted(1, "object")).isEqualTo("1 object");
    assertThat(KindWords.counted(0, "object")).isEqualTo("0 objects");
  }

  @Test
  void longTextsAreBrokenAndLoseNothing() {
    String text = "not shown singly: 12 EndpointSlices, " + "x".repeat(300) + " and 7 more";
    List<String> lines = Wrapped.lines(text, 200, TextStyle.FRAME_NOTE);

    assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
    assertThat(lines)
        .allMatch(line -> TextMeasure.width(line, TextStyle.FRAME_NOTE) <= 200)
        .hasSizeGreaterThan(5);
  }

  @Test
  void nothingIsNoLine() {
    assertThat(Wrapped.lines("", 200, TextStyle.FRAME_NOTE)).isEmpty();
    assertThat(Wrapped.lines("   ", 200, TextStyle.FRAME_NOTE)).isEmpty();
  }
}
