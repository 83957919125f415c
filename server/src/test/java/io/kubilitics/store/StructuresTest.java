package io.kubilitics.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The store's own structures against those of the JDK, on seeded random histories.
class StructuresTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 20, 700, 5_000})
  void sortedLongsIsASortedSetAndNeverChanges(int range) {
    Random random = new Random(range);
    TreeSet<Long> expected = new TreeSet<>();
    SortedLongs actual = SortedLongs.EMPTY;
    SortedLongs kept = actual;
    List<Long> keptValues = List.of();
    for (int step = 0; step < 12_000; step++) {
      long value = random.nextInt(range) * 3L;
      boolean grow = step < 6_000 ? random.nextInt(3) > 0 : random.nextInt(3) == 0;
      if (grow) {
        expected.add(value);
        actual = actual.with(value);
      } else {
        expected.remove(value);
        actual = actual.without(value);
      }
      assertThat(actual.size()).isEqualTo(expected.size());
      long from = random.nextInt(range) * 3L - 1;
      Long first = expected.ceiling(from);
      assertThat(actual.firstIn(from, Long.MAX_VALUE, -7)).isEqualTo(first == null ? -7 : first);
      assertThat(actual.contains(value)).isEqualTo(expected.contains(value));
      if (step % 500 == 0) {
        assertThat(values(actual, from, from + range))
            .isEqualTo(List.copyOf(expected.subSet(from, from + range)));
        assertThat(values(kept, Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(keptValues);
        kept = actual;
        keptValues = List.copyOf(expected);
      }
    }
  }

  private static List<Long> values(SortedLongs set, long from, long to) {
    List<Long> values = new ArrayList<>();
    set.forEach(from, to, values::add);
    return values;
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 300, 100_000})
  void longMapIsAMap(int range) {
    Random random = new Random(range);
    Map<Long, String> expected = new HashMap<>();
    LongMap<String> actual = new LongMap<>();
    for (int step = 0; step < 40_000; step++) {
      long key = random.nextInt(range) * 0x1_0000_0001L;
      if (random.nextInt(5) < 3) {
        expected.put(key, "v" + step);
        actual.put(key, "v" + step);
      } else {
        expected.remove(key);
        actual.remove(key);
      }
      long probe = random.nextInt(range) * 0x1_0000_0001L;
      assertThat(actual.get(probe)).isEqualTo(expected.get(probe));
      assertThat(actual.size()).isEqualTo(expected.size());
    }
    expected.forEach((key, value) -> assertThat(actual.get(key)).isEqualTo(value));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 2_000, 5_000})
  void aFrozenPagedArrayKeepsItsEntries(int range) {
    Random random = new Random(range);
    PagedArray.Editor<String> editor = new PagedArray.Editor<>();
    Map<Integer, String> expected = new TreeMap<>();
    for (int round = 0; round < 30; round++) {
      PagedArray<String> frozen = editor.freeze();
      Map<Integer, String> then = new TreeMap<>(expected);
      for (int step = 0; step < 100; step++) {
        int index = random.nextInt(range);
        String value = random.nextInt(4) == 0 ? null : "v" + step;
        editor.set(index, value);
        expected.put(index, value);
      }
      for (int index = 0; index < range; index++) {
        assertThat(frozen.get(index)).isEqualTo(then.get(index));
        assertThat(editor.get(index)).isEqualTo(expected.get(index));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 8_000})
  void theIdIndexFindsWhatIsInAndItsFrozenVersionWhatWasIn(int range) {
    Random random = new Random(range);
    List<ResourceId> ids = new ArrayList<>();
    for (int handle = 0; handle < range; handle++) {
      ids.add(new ResourceId(Kind.core("Pod"), "n" + handle % 7, "p" + handle));
    }
    IdIndex.Editor editor = new IdIndex.Editor();
    TreeSet<Integer> in = new TreeSet<>();
    for (int round = 0; round < 20; round++) {
      IdIndex frozen = editor.freeze();
      TreeSet<Integer> then = new TreeSet<>(in);
      for (int step = 0; step < range / 2; step++) {
        int handle = random.nextInt(range);
        if (in.add(handle)) {
          editor.add(ids.get(handle), handle, ids::get);
        } else if (random.nextBoolean()) {
          editor.remove(ids.get(handle), handle);
          in.remove(handle);
        }
      }
      for (int handle = 0; handle < range; handle++) {
        assertThat(editor.find(ids.get(handle), ids::get))
            .isEqualTo(in.contains(handle) ? handle : IdIndex.NOT_FOUND);
        assertThat(frozen.find(ids.get(handle), ids::get))
            .isEqualTo(then.contains(handle) ? handle : IdIndex.NOT_FOUND);
      }
    }
  }
}
