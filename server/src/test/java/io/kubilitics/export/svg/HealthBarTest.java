package io.kubilitics.export.svg;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.model.drawing.Tally;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HealthBarTest {
  private static final Pattern PART =
      Pattern.compile("class=\"(\\w+)\" x=\"(\\d+)\" y=\"0\" width=\"(\\d+)\"");

  private record Part(String rule, int x, int width) {}

  @Test
  void oneFailureInAThousandShows() {
    List<Part> parts = bar(Map.of(Look.HEALTHY, 999_999, Look.FAILED, 1), 100);

    assertThat(parts)
        .containsExactly(
            new Part(Rules.BAR.name(), 0, 96), new Part(Rules.chip(Look.FAILED).name(), 97, 3));
  }

  @Test
  void theWorstStandsAtTheRight() {
    List<Part> parts = bar(Map.of(Look.HEALTHY, 50, Look.FAILED, 25, Look.PROGRESSING, 25), 100);

    assertThat(parts).extracting(Part::rule).last().isEqualTo(Rules.chip(Look.FAILED).name());
  }

  @Test
  void whatNobodyKnowsAnythingOfIsGrey() {
    assertThat(bar(Map.of(), 40)).containsExactly(new Part(Rules.REST.name(), 0, 40));
  }

  @Test
  void partsStayInTheBarAndApart() {
    Random random = new Random(5);
    for (int round = 0; round < 2_000; round++) {
      Map<Look, Integer> looks = new EnumMap<>(Look.class);
      for (Look look : Look.values()) {
        if (random.nextInt(3) == 0) {
          looks.put(look, 1 + random.nextInt(1 << random.nextInt(20)));
        }
      }
      int room = 40 + random.nextInt(300);
      int end = 0;
      for (Part part : bar(looks, room)) {
        assertThat(part.x()).isGreaterThanOrEqualTo(end);
        assertThat(part.width()).isPositive();
        end = part.x() + part.width();
      }
      assertThat(end).isEqualTo(room);
      for (Look look : List.of(Look.FAILED, Look.DEGRADED, Look.PROGRESSING)) {
        if (looks.containsKey(look)) {
          assertThat(bar(looks, room))
              .anyMatch(part -> part.rule().equals(Rules.chip(look).name()) && part.width() >= 3);
        }
      }
    }
  }

  private static List<Part> bar(Map<Look, Integer> looks, int width) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SvgWriter out = new SvgWriter(bytes);
    HealthBar.paint(new Pen(out, new Ledger()), new Tally(1, looks), new Rect(0, 0, width, 3));
    out.flush();
    List<Part> parts = new ArrayList<>();
    Matcher found = PART.matcher(bytes.toString(StandardCharsets.UTF_8));
    while (found.find()) {
      parts.add(
          new Part(
              found.group(1), Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3))));
    }
    return parts;
  }
}
