package io.kubilitics.layout.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.layout.block.BlockGeometry.Method;
import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.Size;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  @Test
  void anyBlockIsDrawnCleanlyInColumns() {
    Layered never =
        (_, _) -> {
          throw new IllegalStateException("for the test");
        };
    try (BlockLayouts layouts = new BlockLayouts(1, never, Duration.ofMinutes(1), 0)) {
      for (long seed = 0; seed < 300; seed++) {
        RandomBlocks block = RandomBlocks.of(seed, 60);
        BlockGeometry geometry = layouts.lay(BlockGraph.of(block.boxes(), block.lines()));

        assertThat(Verified.of(block.boxes(), block.lines(), geometry).faults())
            .as("seed %d", seed)
            .isEmpty();
      }
    }
  }

  @Test
  void aLargeBlockKeepsItsLinesAndARatioThatFitsAScreen() {
    Random random = new Random(4);
    List<Box> boxes = RandomBlocks.of(random, 600, 0).boxes();
    List<Line> lines =
        IntStream.range(1, 600)
            .filter(at -> at % 20 != 0)
            .mapToObj(at -> new Line(at - at % 20 + random.nextInt(at % 20), at, category(random)))
            .toList();
    BlockGeometry geometry;
    try (BlockLayouts layouts = new BlockLayouts(1)) {
      geometry = layouts.lay(BlockGraph.of(boxes, lines));
    }
    Verified verified = Verified.of(boxes, lines, geometry);

    assertThat(geometry.method()).isEqualTo(Method.COLUMNS);
    assertThat(verified.faults()).isEmpty();
    assertThat(verified.drawn()).isEqualTo(lines.size());
    assertThat(10 * geometry.size().width() / geometry.size().height()).isBetween(10, 25);
  }

  @Test
  void aFanThatIsTooHighForOneColumnGoesOnInTheNext() {
    List<Box> boxes =
        IntStream.range(0, 1_000)
            .mapToObj(at -> new Box(at == 0 ? 0 : 1, "file-" + at, new Size(168, 40), false))
            .toList();
    List<Line> lines =
        IntStream.range(1, 1_000).mapToObj(at -> new Line(0, at, Category.CONFIGURATION)).toList();
    try (BlockLayouts layouts = new BlockLayouts(1)) {
      BlockGeometry geometry = layouts.lay(BlockGraph.of(boxes, lines));
      Verified verified = Verified.of(boxes, lines, geometry);

      assertThat(verified.faults()).isEmpty();
      assertThat(verified.drawn()).isEqualTo(999);
      assertThat(geometry.size().height()).isLessThan(4_000);
    }
  }

  private static Category category(Random random) {
    return random.nextBoolean() ? Category.TRAFFIC : Category.CONFIGURATION;
  }

  @Test
  void stretchesOnOneTrackNeverTouch() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Tracks tracks = new Tracks();
      int[][] stretches = new int[random.nextInt(1, 40)][];
      for (int bundle = 0; bundle < stretches.length; bundle++) {
        int from = random.nextInt(400);
        stretches[bundle] = new int[] {from, from + random.nextInt(100)};
        tracks.cover(bundle, stretches[bundle][1], stretches[bundle][0]);
      }
      tracks.assign();
      for (int one = 0; one < stretches.length; one++) {
        assertThat(tracks.of(one)).isBetween(0, tracks.count() - 1);
        for (int other = 0; other < one; other++) {
          if (tracks.of(one) == tracks.of(other)) {
            assertThat(
                    Math.max(stretches[one][0], stretches[other][0])
                        - Math.min(stretches[one][1], stretches[other][1]))
                .isGreaterThanOrEqualTo(12);
          }
        }
      }
    }
  }
}
