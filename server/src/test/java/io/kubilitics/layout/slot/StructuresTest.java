package io.kubilitics.layout.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Rect;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The structures under the packers, against arrays that are looked through from end to end.
class StructuresTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 9, 100})
  void theFirstThatFitsIsFound(int count) {
    Random random = new Random(count);
    int[] widths = random.ints(count, 1, 50).toArray();
    FirstFit waiting = new FirstFit(widths);
    for (int round = 0; round < 400; round++) {
      int limit = random.nextInt(60);
      int from = random.nextInt(count + 2);
      int expected =
          IntStream.range(from, count).filter(at -> widths[at] <= limit).findFirst().orElse(-1);

      assertThat(waiting.find(limit, from)).isEqualTo(expected);

      if (expected >= 0 && random.nextBoolean()) {
        waiting.take(expected);
        widths[expected] = Integer.MAX_VALUE;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aSkylineIsAsDeepAsWhatWasPlacedLast(long seed) {
    Random random = new Random(seed);
    int[] depths = new int[60];
    Skyline skyline = new Skyline(depths.length);
    for (int round = 0; round < 2_000; round++) {
      int from = random.nextInt(depths.length);
      int to = from + 1 + random.nextInt(depths.length - from);
      int depth = random.nextInt(6);
      skyline.lower(from, to, depth);
      Arrays.fill(depths, from, to, depth);

      assertSteps(skyline, depths);
      assertThat(skyline.deepest(from / 2, to))
          .isEqualTo(Arrays.stream(depths, from / 2, to).max().orElseThrow());
      assertThat(skyline.depth(skyline.shallowest()))
          .isEqualTo(Arrays.stream(depths).min().orElseThrow());
    }
  }

  private static void assertSteps(Skyline skyline, int[] depths) {
    int steps = 1;
    for (int x = 0; x < depths.length; x++) {
      int step = skyline.stepAt(x);
      assertThat(skyline.depth(step)).isEqualTo(depths[x]);
      assertThat(x).isBetween(skyline.left(step), skyline.right(step) - 1);
      steps += x > 0 && depths[x] != depths[x - 1] ? 1 : 0;
    }
    assertThat(skyline.steps()).isEqualTo(steps);
  }

  @Test
  void aStepThatIsGivenUpJoinsItsShallowerNeighbour() {
    Skyline skyline = new Skyline(30);
    skyline.lower(0, 10, 9);
    skyline.lower(20, 30, 5);

    skyline.level(skyline.shallowest());

    assertThat(skyline.steps()).isEqualTo(2);
    assertThat(skyline.depth(skyline.stepAt(15))).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aGroundKnowsWhoLiesWhere(long seed) {
    Random random = new Random(seed);
    Boxes boxes = new Boxes(60, 0);
    for (int box = 0; box < boxes.count(); box++) {
      put(boxes, box, random);
    }
    Ground ground = new Ground(boxes);
    for (int round = 0; round < 1_000; round++) {
      int moved = random.nextInt(boxes.count());
      if (boxes.isPlaced(moved)) {
        ground.lift(moved);
      } else {
        ground.put(
            moved, random.nextInt(9_000), random.nextInt(9_000), 1 + random.nextInt(900), 40);
      }
      int x = random.nextInt(4_000);
      int y = random.nextInt(4_000);
      int[] expected =
          IntStream.range(0, boxes.count())
              .filter(box -> boxes.isPlaced(box) && boxes.overlaps(box, x, y, 500, 300))
              .toArray();

      assertThat(ground.allIn(x, y, 500, 300)).isEqualTo(expected);
      assertThat(ground.isFree(x, y, 500, 300)).isEqualTo(expected.length == 0);
    }
  }

  private static void put(Boxes boxes, int box, Random random) {
    boxes.set(
        box,
        random.nextInt(4_000),
        random.nextInt(4_000),
        1 + random.nextInt(1_500),
        1 + random.nextInt(500));
  }

  @Test
  void movementIsCountedAmongSurvivors() {
    Map<String, Rect> before =
        Map.of(
            "gone", new Rect(0, 0, 1, 1),
            "still", new Rect(2, 2, 1, 1),
            "grown", new Rect(4, 4, 1, 1),
            "moved", new Rect(6, 6, 1, 1));
    Map<String, Rect> after =
        Map.of(
            "new", new Rect(0, 0, 1, 1),
            "still", new Rect(2, 2, 1, 1),
            "grown", new Rect(4, 4, 5, 5),
            "moved", new Rect(3, 10, 1, 1));

    assertThat(Movement.between(before, after)).isEqualTo(new Movement(3, 1, 7));
  }
}
