package io.kubilitics.layout.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.model.drawing.Street;
import java.util.List;
import org.junit.jupiter.api.Test;

class SideBySideTest {
  private static final World WORLD = World.demo(100);

  @Test
  void oneClusterStaysWhereItIs() {
    Region region = WORLD.region(Level.DETAIL);
    Drawing drawing = SideBySide.drawing(Level.DETAIL, List.of(region), null, null);

    assertThat(drawing.regions()).containsExactly(region);
    assertThat(drawing.bounds()).isEqualTo(region.bounds());
    assertThat(drawing.window()).isEqualTo(region.bounds());
  }

  @Test
  void severalStandInARowWithTheirUpperSidesLevel() {
    Region region = WORLD.region(Level.DETAIL);
    Drawing drawing = SideBySide.drawing(Level.DETAIL, List.of(region, region, region), null, null);
    Rect first = region.bounds();

    assertThat(drawing.regions())
        .map(Region::bounds)
        .containsExactly(
            first,
            first.plus(first.width() + SideBySide.GAP, 0),
            first.plus(2 * (first.width() + SideBySide.GAP), 0));
    assertThat(drawing.bounds().width()).isEqualTo(3 * first.width() + 2 * SideBySide.GAP);
    for (Region one : drawing.regions()) {
      assertThat(one.frames()).allMatch(frame -> one.bounds().contains(frame.rect()));
    }
  }

  @Test
  void whatIsOnTheCanvasMovesAndWhatIsInAFrameDoesNot() {
    Region region = WORLD.region(Level.DETAIL);
    Street street = new Street("a", "b", 1, 1, List.of(new Point(3, 4), new Point(3, 9)));
    Region second =
        Composer.compose(WORLD.plan(), WORLD.network(), WORLD.shown(Level.DETAIL), List.of(street));
    Drawing drawing = SideBySide.drawing(Level.DETAIL, List.of(region, second), null, null);
    int by = region.bounds().width() + SideBySide.GAP;
    Region moved = drawing.regions().getLast();

    assertThat(moved.streets().getFirst().points())
        .containsExactly(new Point(3 + by, 4), new Point(3 + by, 9));
    assertThat(moved.frames())
        .map(Frame::blocks)
        .isEqualTo(region.frames().stream().map(Frame::blocks).toList());
    assertThat(moved.tally()).isEqualTo(region.tally());
  }

  @Test
  void offsetsTellWhereAWindowFallsInEachPlan() {
    assertThat(SideBySide.offsets(List.of(new Rect(-10, -30, 100, 80), new Rect(5, 0, 50, 50))))
        .containsExactly(new Point(0, 0), new Point(149, -30));
    assertThat(SideBySide.offsets(List.of())).isEmpty();
  }

  @Test
  void nothingIsAnEmptyCanvas() {
    Drawing drawing = SideBySide.drawing(Level.NAMESPACES, List.of(), null, null);

    assertThat(drawing.bounds()).isEqualTo(new Rect(0, 0, 0, 0));
  }
}
