package io.kubilitics.jlink.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
  @Test
  void aFigureIsTheMedianOfItsRepeatsAndNamesTheExtremes() {
    Figure figure = Figure.of("start", new Sample(List.of(0.4, 0.2, 0.3)), "s", 0.35);

    assertThat(figure.json())
        .isEqualTo(
            "{\"name\":\"start\",\"value\":0.300,\"unit\":\"s\",\"target\":0.350,\"ok\":true,"
                + "\"low\":0.200,\"high\":0.400}");
    assertThat(figure.row()).contains("0.200 to 0.400", "≤ 0.350").endsWith("ok");
  }

  @Test
  void aFigureAboveItsTargetIsMissed() {
    assertThat(Figure.once("archive", 60, "MB", 52).row()).endsWith("MISSED");
  }

  @Test
  void aFigureWithoutTargetIsNotJudged() {
    Figure figure = Figure.once("class path", 0.9, "s", Double.POSITIVE_INFINITY);

    assertThat(figure.json()).contains("\"target\":null");
    assertThat(figure.row()).doesNotContain("ok", "MISSED");
  }

  @Test
  void theEnginesLinesBecomeRowsToo() {
    String line =
        "{\"name\":\"change-p95-10000\",\"value\":1.50,\"unit\":\"ms\",\"target\":1,"
            + "\"ok\":false,\"spread\":\"1 to 2\"}";

    assertThat(Figure.rowOf(line)).contains("1.500", "1 to 2").endsWith("MISSED");
  }
}
