package io.kubilitics.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MermaidSizeTest {
  @Test
  void lengthIsCountedAsMermaidCountsIt() throws IOException {
    String text = "aש€\uD83D\uDE80".repeat(10_000);

    assertThat(text).hasSize(MermaidSize.LENGTH_LIMIT);
    assertThat(written(text).excess(0)).isEmpty();
    assertThat(written(text + "x").excess(0))
        .hasValueSatisfying(said -> assertThat(said).contains("these are 0 and 50,001"));
  }

  @Test
  void edgesHaveALimitOfTheirOwn() throws IOException {
    assertThat(written("").excess(MermaidSize.EDGE_LIMIT)).isEmpty();
    assertThat(written("").excess(MermaidSize.EDGE_LIMIT + 1)).isPresent();
  }

  @Test
  void whatIsMeasuredGoesThrough() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MermaidSize size = new MermaidSize(out)) {
      size.write('a');
      size.write("bc€".getBytes(UTF_8), 1, 4);
    }

    assertThat(out.toString(UTF_8)).isEqualTo("ac€");
  }

  private static MermaidSize written(String text) throws IOException {
    MermaidSize size = new MermaidSize(new ByteArrayOutputStream());
    size.write(text.getBytes(UTF_8));
    return size;
  }
}
