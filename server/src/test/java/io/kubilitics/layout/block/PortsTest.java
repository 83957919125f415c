package io.kubilitics.layout.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {
  private static final Category[] CATEGORIES = Category.values();

  @Test
  void portsAreApartInsideTheCardAndInTheOrderOfTheirRank() {
    for (int height = 24; height <= 220; height += 4) {
      for (int used = 1; used < 1 << CATEGORIES.length; used++) {
        check(height, used, true);
        check(height, used, false);
      }
    }
  }

  @Test
  void aSimpleCardHasASinglePortInTheMiddle() {
    assertThat(offsets(40, false, Category.TRAFFIC)).containsExactly(20);
    assertThat(offsets(40, false, Category.TRAFFIC, Category.CONFIGURATION))
        .containsExactly(12, 28);
  }

  @Test
  void aWorkloadHasPortsWhereAStackBesideItHasItsCards() {
    assertThat(offsets(136, true, Category.SCALING, Category.TRAFFIC, Category.POLICY))
        .containsExactly(20, 68, 116);
    assertThat(offsets(136, true, Category.IDENTITY, Category.STORAGE, Category.CONFIGURATION))
        .containsExactly(20, 68, 116);
    assertThat(offsets(108, true, Category.STORAGE, Category.CONFIGURATION))
        .containsExactly(20, 68);
    assertThat(offsets(108, true, Category.CONFIGURATION)).containsExactly(68);
    assertThat(offsets(108, true, Category.TRAFFIC, Category.POLICY)).containsExactly(68, 92);
  }

  private static void check(int height, int used, boolean workload) {
    Category[] categories =
        Arrays.stream(CATEGORIES)
            .filter(category -> (used & (1 << Rank.of(category))) != 0)
            .sorted(Comparator.comparingInt(Rank::of))
            .toArray(Category[]::new);
    List<Integer> offsets = offsets(height, workload, categories);
    assertThat(offsets)
        .as("%d %s %b", height, Integer.toBinaryString(used), workload)
        .hasSizeGreaterThanOrEqualTo(Math.min(categories.length, height / 4 - 1))
        .isSorted()
        .doesNotHaveDuplicates()
        .allMatch(offset -> offset % 4 == 0 && offset >= 4 && offset <= height - 4);
    boolean room = height - 24 >= 12 * (categories.length - 1);
    if (room && !workload) {
      assertThat(offsets).allMatch(offset -> offset >= 12 && offset <= height - 12);
      for (int at = 1; at < offsets.size(); at++) {
        assertThat(offsets.get(at) - offsets.get(at - 1)).isGreaterThanOrEqualTo(12);
      }
    }
  }

  /// The ports on the right side of the first of two cards, between which there is a line of each
  /// category.
  private static List<Integer> offsets(int height, boolean workload, Category... categories) {
    List<Line> lines = new ArrayList<>();
    for (Category category : categories) {
      lines.add(new Line(0, 1, category));
    }
    Box box = new Box(0, "a", new Size(252, height), workload);
    Box tall = new Box(1, "b", new Size(252, 220), false);
    Shape shape = BlockGraph.of(List.of(box, tall), lines).shape();
    Ports ports = Ports.of(shape, Course.of(shape));
    List<Integer> offsets = new ArrayList<>();
    for (int link = 0; link < shape.links(); link++) {
      if (ports.fit(link)) {
        offsets.add(ports.right(0, shape.rank(link)));
      }
    }
    return offsets;
  }
}
