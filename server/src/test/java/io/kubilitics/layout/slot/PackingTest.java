package io.kubilitics.layout.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kubilitics.model.Rect;
import io.kubilitics.model.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackingTest {
  @Test
  void slotsComeInTheOrderOfTheirKeysAndTheSizeReachesAroundThem() {
    Packing packing = Packing.of(Map.of("b", new Rect(0, 0, 10, 20), "a", new Rect(30, 5, 10, 10)));

    assertThat(packing.slots().keySet()).containsExactly("a", "b");
    assertThat(packing.size()).isEqualTo(new Size(40, 20));
    assertThat(packing.area()).isEqualTo(800);
    assertThat(packing.usedArea()).isEqualTo(300);
    assertThat(packing.slot("c")).isEmpty();
  }

  @Test
  void aPackingKeepsNothingOfTheMapItWasMadeFrom() {
    Map<String, Rect> slots = new HashMap<>(Map.of("a", new Rect(0, 0, 1, 1)));
    Packing packing = Packing.of(slots);

    slots.clear();

    assertThat(packing.count()).isEqualTo(1);
  }

  @Test
  void slotsThatOnlyTouchAreFine() {
    Packing.of(
        Map.of(
            "a",
            new Rect(0, 0, 10, 10),
            "b",
            new Rect(10, 0, 10, 10),
            "c",
            new Rect(0, 10, 20, 1)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void overlapsAreRefusedAndNothingElse(long seed) {
    Random random = new Random(seed);
    int refused = 0;
    for (int round = 0; round < 3_000; round++) {
      Map<String, Rect> slots = new TreeMap<>();
      for (int slot = 0; slot < 2 + random.nextInt(5); slot++) {
        slots.put(
            "slot-" + slot,
            new Rect(
                random.nextInt(12),
                random.nextInt(12),
                1 + random.nextInt(5),
                1 + random.nextInt(5)));
      }
      if (anyOverlap(List.copyOf(slots.values()))) {
        refused++;
        assertThatIllegalArgumentException()
            .isThrownBy(() -> Packing.of(slots))
            .withMessageEndingWith(" overlap");
      } else {
        assertThat(Packing.of(slots).slots()).isEqualTo(slots);
      }
    }
    assertThat(refused).isBetween(300, 2_700);
  }

  private static boolean anyOverlap(List<Rect> slots) {
    for (int one = 0; one < slots.size(); one++) {
      for (int two = one + 1; two < slots.size(); two++) {
        if (slots.get(one).overlaps(slots.get(two))) {
          return true;
        }
      }
    }
    return false;
  }
}
