package io.kubilitics.layout.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlockGraphTest {
  private static final Size CARD = new Size(168, 40);

  @Test
  void namesAreNoPartOfTheShapeButTheirOrder() {
    assertThat(chain("a", "b", "c").shape()).isEqualTo(chain("app-1", "app-2", "app-10").shape());
  }

  @Test
  void everythingElseIs() {
    Shape shape = chain("a", "b", "c").shape();
    Box one = new Box(1, "a", CARD, false);

    for (Box other :
        List.of(
            new Box(2, "a", CARD, false),
            new Box(1, "a", CARD, true),
            new Box(1, "a", new Size(172, 40), false),
            new Box(1, "a", new Size(168, 44), false))) {
      assertThat(graph(List.of(other, one, one), Category.TRAFFIC).shape()).isNotEqualTo(shape);
    }
    assertThat(graph(List.of(one, one, one), Category.STORAGE).shape()).isNotEqualTo(shape);
    assertThat(BlockGraph.of(List.of(one, one, one), List.of()).shape()).isNotEqualTo(shape);
  }

  @Test
  void relationsOfOneCategoryBetweenTheSameCardsAreOneLine() {
    List<Box> boxes = List.of(new Box(1, "a", CARD, false), new Box(2, "b", CARD, false));
    BlockGraph graph =
        BlockGraph.of(
            boxes,
            List.of(
                new Line(0, 1, Category.TRAFFIC),
                new Line(0, 1, Category.STORAGE),
                new Line(0, 1, Category.TRAFFIC),
                new Line(1, 1, Category.TRAFFIC)));

    assertThat(graph.lines()).isEqualTo(4);
    assertThat(graph.shape().links()).isEqualTo(2);
    assertThat(graph.linkOfLine(0)).isEqualTo(graph.linkOfLine(2)).isNotNegative();
    assertThat(graph.linkOfLine(3)).isNegative();
  }

  @Test
  void kindComesBeforeNameAndNumbersInNamesCountByValue() {
    List<Box> boxes =
        List.of(
            new Box(2, "a", CARD, false),
            new Box(1, "file-10", CARD, false),
            new Box(1, "file-9", CARD, false),
            new Box(0, "z", CARD, false));
    BlockGraph graph = BlockGraph.of(boxes, List.of());

    assertThat(Arrays.asList(3, 2, 1, 0)).extracting(graph::placeOfBox).containsExactly(0, 1, 2, 3);
  }

  @Test
  void cardsOfOneNameAreToldApartByWhatIsAroundThem() {
    Box twin = new Box(1, "a", CARD, false);
    Box other = new Box(2, "b", CARD, false);
    BlockGraph graph =
        BlockGraph.of(List.of(twin, twin, other), List.of(new Line(0, 2, Category.TRAFFIC)));
    BlockGraph swapped =
        BlockGraph.of(List.of(twin, twin, other), List.of(new Line(1, 2, Category.TRAFFIC)));

    assertThat(swapped.shape()).isEqualTo(graph.shape());
    assertThat(swapped.placeOfBox(1)).isEqualTo(graph.placeOfBox(0));
  }

  @Test
  void aCardThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> BlockGraph.of(List.of(), List.of(new Line(0, 0, Category.TRAFFIC))))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aCardOfAStrangeSizeIsRefused() {
    for (Size size :
        List.of(new Size(0, 40), new Size(168, 20), new Size(170, 40), new Size(1 << 17, 40))) {
      assertThatThrownBy(() -> new Box(1, "a", size, false))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void linesNeverRunInACircleFromLeftToRight() {
    for (long seed = 0; seed < 300; seed++) {
      RandomBlocks block = RandomBlocks.of(seed, 30);
      Shape shape = BlockGraph.of(block.boxes(), block.lines()).shape();
      Course course = Course.of(shape);

      assertThat(withoutCircle(shape, course)).as("seed %d", seed).isTrue();
    }
  }

  @Test
  void aLineOutsideOfACircleRunsFromLeftToRight() {
    Random random = new Random(3);
    List<Box> boxes = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (int at = 0; at < 200; at++) {
      boxes.add(new Box(random.nextInt(5), "box-" + at, CARD, false));
      if (at > 0) {
        lines.add(new Line(random.nextInt(at), at, Category.TRAFFIC));
      }
    }
    Shape shape = BlockGraph.of(boxes, lines).shape();
    Course course = Course.of(shape);

    for (int link = 0; link < shape.links(); link++) {
      assertThat(course.backward(link)).isFalse();
    }
  }

  /// Takes away cards that nothing points at until none is left.
  private static boolean withoutCircle(Shape shape, Course course) {
    boolean[] gone = new boolean[shape.boxes()];
    for (int round = 0; round <= shape.boxes(); round++) {
      boolean[] held = new boolean[shape.boxes()];
      for (int link = 0; link < shape.links(); link++) {
        held[course.right(link)] |= !gone[course.left(link)];
      }
      for (int box = 0; box < gone.length; box++) {
        gone[box] |= !held[box];
      }
    }
    for (boolean box : gone) {
      if (!box) {
        return false;
      }
    }
    return true;
  }

  private static BlockGraph chain(String... names) {
    return graph(
        Arrays.stream(names).map(name -> new Box(1, name, CARD, false)).toList(), Category.TRAFFIC);
  }

  private static BlockGraph graph(List<Box> boxes, Category category) {
    return BlockGraph.of(boxes, List.of(new Line(0, 1, category), new Line(1, 2, category)));
  }
}
