package io.kubilitics.layout.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellRulesTest {
  private final CellRules rules = new CellRules();

  @ParameterizedTest
  @CsvSource({
    "0,1,2",
    "1,1,2",
    "2,2,3",
    "3,4,5",
    "4,4,5",
    "5,6,8",
    "6,6,8",
    "7,9,12",
    "10,12,15",
    "13,16,20",
    "17,20,25",
    "21,25,32",
    "26,30,38",
    "31,36,45",
    "50000,50176,62720"
  })
  void theCapacityIsAClassAndAQuarterMoreWhereMembersSurge(int members, int calm, int surging) {
    assertThat(rules.capacityFor(members, false)).isEqualTo(calm);
    assertThat(rules.capacityFor(members, true)).isEqualTo(surging);
  }

  @Test
  void freshMembersFillTheCellsInTheOrderGiven() {
    Cells cells = rules.update(Cells.NONE, List.of("c", "a", "b"), false);

    assertThat(cells.cells())
        .containsExactly(Map.entry("a", 1), Map.entry("b", 2), Map.entry("c", 0));
    assertThat(cells.capacity()).isEqualTo(4);
  }

  @Test
  void aReplacedMemberLeavesItsCellToTheNextOne() {
    Cells before = rules.update(Cells.NONE, List.of("a", "b", "c"), false);

    Cells after = rules.update(before, List.of("a", "c", "d"), false);

    assertThat(after.cells())
        .containsExactly(Map.entry("a", 0), Map.entry("c", 2), Map.entry("d", 1));
  }

  @Test
  void aRollingReplacementNeverChangesTheCapacity() {
    Cells cells = rules.update(Cells.NONE, names(0, 8), true);
    int capacity = cells.capacity();
    for (int step = 0; step < 100; step++) {
      cells = rules.update(cells, names(step, step + 9), true);
      assertThat(cells.capacity()).isEqualTo(capacity);
      cells = rules.update(cells, names(step + 1, step + 9), true);
      assertThat(cells.capacity()).isEqualTo(capacity);
    }
  }

  @Test
  void aCardGrowsWhenNoCellIsFreeAndShrinksBelowAThird() {
    Cells nine = rules.update(Cells.NONE, names(0, 9), false);

    assertThat(rules.update(nine, names(0, 10), false).capacity()).isEqualTo(12);
    assertThat(rules.update(nine, names(0, 3), false).capacity()).isEqualTo(9);
    assertThat(rules.update(nine, names(0, 2), false).capacity()).isEqualTo(2);
  }

  @Test
  void whoStaysInAShrunkenCardKeepsItsCellIfThereStillIsOne() {
    Cells nine = rules.update(Cells.NONE, names(0, 9), false);

    Cells two = rules.update(nine, List.of("pod-8", "pod-1"), false);

    assertThat(two.cells()).containsExactly(Map.entry("pod-1", 1), Map.entry("pod-8", 0));
  }

  @Test
  void nothingNewGivesTheSameCells() {
    Cells cells = rules.update(Cells.NONE, names(0, 20), true);

    assertThat(rules.update(cells, names(0, 20).reversed(), true)).isSameAs(cells);
    assertThat(rules.update(cells, names(0, 20), false)).isSameAs(cells);
  }

  @Test
  void aMemberThatIsThereTwiceIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rules.update(Cells.NONE, List.of("a", "a"), false));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void inAnyHistoryAMemberMovesOnlyWhenTheCardShrinks(long seed) {
    Random random = new Random(seed);
    Cells cells = Cells.NONE;
    for (int step = 0; step < 400; step++) {
      List<String> present = some(random);
      boolean surges = random.nextBoolean();
      Cells after = rules.update(cells, present, surges);

      assertSound(after, present);
      for (String key : present) {
        if (cells.cell(key).isPresent() && cells.cell(key).getAsInt() < after.capacity()) {
          assertThat(after.cell(key)).isEqualTo(cells.cell(key));
        }
      }
      cells = after;
    }
  }

  private static void assertSound(Cells cells, List<String> present) {
    assertThat(cells.cells().keySet()).containsExactlyInAnyOrderElementsOf(present);
    BitSet taken = new BitSet();
    for (int cell : cells.cells().values()) {
      assertThat(cell).isBetween(0, cells.capacity() - 1);
      assertThat(taken.get(cell)).isFalse();
      taken.set(cell);
    }
  }

  private static List<String> some(Random random) {
    List<String> present = new ArrayList<>();
    int share = random.nextInt(101);
    for (int member = 0; member < 60; member++) {
      if (random.nextInt(100) < share) {
        present.add("pod-" + member);
      }
    }
    return present;
  }

  private static List<String> names(int from, int to) {
    return IntStream.range(from, to).mapToObj(number -> "pod-" + number).toList();
  }
}
