package io.kubilitics.layout.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.layout.block.BlockGeometry.Method;
import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BlockLayoutsTest {
  private static final Size CARD = new Size(168, 40);

  @Test
  void anyBlockIsDrawnCleanly() {
    try (BlockLayouts layouts = new BlockLayouts(2)) {
      for (long seed = 0; seed < 400; seed++) {
        RandomBlocks block = RandomBlocks.of(seed, 40);
        BlockGeometry geometry = layouts.lay(BlockGraph.of(block.boxes(), block.lines()));

        assertThat(Verified.of(block.boxes(), block.lines(), geometry).faults())
            .as("seed %d", seed)
            .isEmpty();
        assertThat(geometry.method()).as("seed %d", seed).isEqualTo(Method.LAYERED);
      }
      assertThat(layouts.fallbacks()).isZero();
    }
  }

  @Test
  void everyLineOfABlockLikeAnAppIsDrawn() {
    try (BlockLayouts layouts = new BlockLayouts(1)) {
      for (Map.Entry<String, Sketch> entry : Sketches.all().entrySet()) {
        Sketch sketch = entry.getValue();
        BlockGeometry geometry = layouts.lay(BlockGraph.of(sketch.boxes(), sketch.lines()));
        Verified verified = Verified.of(sketch.boxes(), sketch.lines(), geometry);

        assertThat(verified.faults()).as(entry.getKey()).isEmpty();
        assertThat(verified.drawn()).as(entry.getKey()).isEqualTo(sketch.lines().size());
      }
    }
  }

  @Test
  void neitherThreadsNorOrderNorWhatWasLaidOutBeforeChangeAnything() {
    List<RandomBlocks> blocks =
        LongStream.range(0, 60).mapToObj(seed -> RandomBlocks.of(seed, 25)).toList();
    List<String> expected = told(blocks, 1, 1L << 20);

    assertThat(told(blocks, 2, 1L << 20)).isEqualTo(expected);
    assertThat(told(blocks, 8, 1L << 20)).isEqualTo(expected);
    assertThat(told(blocks, 2, 0)).isEqualTo(expected);
    assertThat(told(blocks.reversed(), 2, 1L << 20).reversed()).isEqualTo(expected);
    Random random = new Random(5);
    assertThat(told(blocks.stream().map(block -> shuffled(block, random)).toList(), 2, 1L << 20))
        .isEqualTo(expected);
  }

  /// Compares with what another process drew. A wanted change of the pictures changes the number:
  /// look at them with [BlockSvg] first.
  @Test
  void anotherProcessDrawsTheSamePictures() {
    long pictures = 0;
    try (BlockLayouts layouts = new BlockLayouts(2)) {
      for (Sketch sketch : Sketches.all().values()) {
        BlockGeometry geometry = layouts.lay(BlockGraph.of(sketch.boxes(), sketch.lines()));
        pictures = 31 * pictures + BlockSvg.draw(sketch, geometry).hashCode();
      }
    }

    assertThat(pictures).isEqualTo(0x2efdca604f58bef2L);
  }

  @Test
  void aShapeIsLaidOutOnce() {
    try (BlockLayouts layouts = new BlockLayouts(2)) {
      List<BlockGraph> alike =
          IntStream.range(0, 50)
              .mapToObj(number -> BlockGraph.of(apps("app-" + number), relations()))
              .toList();
      List<BlockGeometry> first = layouts.lay(alike);
      BlockGeometry again = layouts.lay(alike.getLast());

      assertThat(layouts.misses()).isOne();
      assertThat(layouts.hits()).isEqualTo(50);
      assertThat(again.box(1)).isEqualTo(first.getFirst().box(1));
    }
  }

  @Test
  void anEmptyBlockTakesNoRoom() {
    try (BlockLayouts layouts = new BlockLayouts(1)) {
      BlockGeometry geometry = layouts.lay(BlockGraph.of(List.of(), List.of()));

      assertThat(geometry.size()).isEqualTo(new Size(0, 0));
      assertThat(layouts.lay(List.<BlockGraph>of())).isEmpty();
    }
  }

  @Test
  void aSingleCardIsTheWholeBlockAndItsOwnRelationHasNoRoute() {
    try (BlockLayouts layouts = new BlockLayouts(1)) {
      BlockGeometry geometry =
          layouts.lay(
              BlockGraph.of(
                  List.of(new Box(1, "one", CARD, false)),
                  List.of(new Line(0, 0, Category.TRAFFIC))));

      assertThat(geometry.size()).isEqualTo(CARD);
      assertThat(geometry.box(0)).isEqualTo(new Rect(0, 0, 168, 40));
      assertThat(geometry.route(0)).isEmpty();
    }
  }

  @Test
  void cardsWithoutLinesStandInRows() {
    try (BlockLayouts layouts = new BlockLayouts(1)) {
      List<Box> boxes =
          IntStream.range(0, 30).mapToObj(at -> new Box(1, "card-" + at, CARD, false)).toList();
      BlockGeometry geometry = layouts.lay(BlockGraph.of(boxes, List.of()));

      assertThat(Verified.of(boxes, List.of(), geometry).faults()).isEmpty();
      assertThat(geometry.box(1)).isEqualTo(new Rect(176, 0, 168, 40));
      assertThat(10 * geometry.size().width() / geometry.size().height()).isBetween(10, 25);
    }
  }

  @Test
  void largerBlocksAreLaidOutWithLessEffort() {
    assertThat(chain(150).method()).isEqualTo(Method.LAYERED);
    assertThat(chain(151).method()).isEqualTo(Method.LAYERED_CHEAP);
    assertThat(chain(400).method()).isEqualTo(Method.LAYERED_CHEAP);
    assertThat(chain(401).method()).isEqualTo(Method.COLUMNS);
  }

  @Test
  @Timeout(60)
  void aHugeBlockIsLaidOutInColumnsWithoutLines() {
    Random random = new Random(1);
    List<Box> boxes = RandomBlocks.of(random, 5_000, 1).boxes();
    List<Line> lines = new ArrayList<>();
    while (lines.size() < 20_000) {
      lines.add(new Line(random.nextInt(5_000), random.nextInt(5_000), Category.TRAFFIC));
    }
    try (BlockLayouts layouts = new BlockLayouts(1)) {
      BlockGeometry geometry = layouts.lay(BlockGraph.of(boxes, lines));

      assertThat(geometry.method()).isEqualTo(Method.COLUMNS);
      assertThat(layouts.fallbacks()).isOne();
      Verified verified = Verified.of(boxes, lines, geometry);
      assertThat(verified.faults()).isEmpty();
      assertThat(verified.drawn()).isZero();
      assertThat(10 * geometry.size().width() / geometry.size().height()).isBetween(10, 25);
    }
  }

  @Test
  void aClosedOneRefuses() {
    BlockLayouts layouts = new BlockLayouts(1);
    layouts.close();

    assertThatThrownBy(() -> layouts.lay(BlockGraph.of(apps("app"), relations())))
        .isInstanceOf(IllegalStateException.class);
  }

  private static BlockGeometry chain(int length) {
    List<Box> boxes =
        IntStream.range(0, length).mapToObj(at -> new Box(1, "card-" + at, CARD, false)).toList();
    List<Line> lines =
        IntStream.range(1, length).mapToObj(at -> new Line(at - 1, at, Category.TRAFFIC)).toList();
    try (BlockLayouts layouts = new BlockLayouts(1)) {
      return layouts.lay(BlockGraph.of(boxes, lines));
    }
  }

  private static List<Box> apps(String name) {
    return List.of(
        new Box(2, name, new Size(252, 108), true),
        new Box(1, name, CARD, false),
        new Box(3, name + "-config", CARD, false));
  }

  private static List<Line> relations() {
    return List.of(new Line(1, 0, Category.TRAFFIC), new Line(0, 2, Category.CONFIGURATION));
  }

  private static RandomBlocks shuffled(RandomBlocks block, Random random) {
    List<Integer> order = new ArrayList<>();
    IntStream.range(0, block.boxes().size()).forEach(order::add);
    Collections.shuffle(order, random);
    List<Box> boxes = order.stream().map(block.boxes()::get).toList();
    List<Line> lines = new ArrayList<>();
    for (Line line : block.lines()) {
      lines.add(new Line(order.indexOf(line.from()), order.indexOf(line.to()), line.category()));
    }
    Collections.shuffle(lines, random);
    return new RandomBlocks(boxes, lines);
  }

  private static List<String> told(List<RandomBlocks> blocks, int threads, long remembered) {
    try (BlockLayouts layouts =
        new BlockLayouts(threads, new ElkLayered(), Duration.ofMinutes(1), remembered)) {
      List<BlockGeometry> geometries =
          layouts.lay(
              blocks.stream().map(block -> BlockGraph.of(block.boxes(), block.lines())).toList());
      return IntStream.range(0, blocks.size())
          .mapToObj(at -> told(blocks.get(at), geometries.get(at)))
          .toList();
    }
  }

  /// All places and routes, by the names of the cards.
  private static String told(RandomBlocks block, BlockGeometry geometry) {
    Map<String, Object> told = new TreeMap<>();
    for (int box = 0; box < block.boxes().size(); box++) {
      told.put(block.boxes().get(box).name(), geometry.box(box));
    }
    for (int at = 0; at < block.lines().size(); at++) {
      Line line = block.lines().get(at);
      String name =
          "%s %s %s"
              .formatted(
                  block.boxes().get(line.from()).name(),
                  block.boxes().get(line.to()).name(),
                  line.category());
      List<Point> route = geometry.route(at);
      assertThat(told.getOrDefault(name, route)).isEqualTo(route);
      told.put(name, route);
    }
    return geometry.size() + told.toString();
  }
}
