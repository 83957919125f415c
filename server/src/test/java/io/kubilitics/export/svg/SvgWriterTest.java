package io.kubilitics.export.svg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SvgWriterTest {
  @Test
  void numbersAreWrittenInTheirShortestForm() {
    assertThat(written(out -> out.number(0))).isEqualTo("0");
    assertThat(written(out -> out.number(-1070))).isEqualTo("-1070");
    assertThat(written(out -> out.number(Integer.MIN_VALUE))).isEqualTo("-2147483648");
    assertThat(written(out -> out.halves(1))).isEqualTo(".5");
    assertThat(written(out -> out.halves(-1))).isEqualTo("-.5");
    assertThat(written(out -> out.halves(-3))).isEqualTo("-1.5");
    assertThat(written(out -> out.halves(0))).isEqualTo("0");
    assertThat(written(out -> out.halves(14))).isEqualTo("7");
  }

  @Test
  void whatXmlWouldReadAsMarkupIsEscaped() {
    assertThat(written(out -> out.text("<a b=\"c\">&]]>")))
        .isEqualTo("&lt;a b=&quot;c&quot;&gt;&amp;]]&gt;");
  }

  @Test
  void whatXmlCannotHoldIsReplacedByWhatCanBeSeen() {
    assertThat(written(out -> out.text("a\u0000b\u001Bc\u007Fd\uFFFEe\uD800f\uDC00")))
        .isEqualTo("a␀b␛c�d�e�f�");
  }

  @Test
  void everythingElseIsWrittenAsItIs() {
    String text = "é قاعدة 数据库 🚀 ~";

    assertThat(written(out -> out.text(text))).isEqualTo(text);
  }

  @Test
  void textsLongerThanTheBufferAreWhole() {
    String text = "x🚀<".repeat(20_000);
    String markup = "m".repeat(100_000);

    assertThat(written(out -> out.markup(markup).text(text)))
        .isEqualTo(markup + text.replace("<", "&lt;"));
  }

  private static String written(Consumer<SvgWriter> what) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SvgWriter out = new SvgWriter(bytes);
    what.accept(out);
    out.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
