package io.kubilitics.layout.drawing;

import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.model.drawing.Tally;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/// The sums over all blocks of a map, kept while blocks come and go. For one thread.
final class Totals {
  private final Map<Look, Integer> looks = new EnumMap<>(Look.class);
  private final Map<Category, Integer> categories = new EnumMap<>(Category.class);
  private final Map<Kind, Integer> folded = new TreeMap<>();
  private final Map<Kind, Integer> older = new TreeMap<>();
  private final Map<Kind, Integer> missing = new TreeMap<>();
  private final Map<Relation, Integer> lineless = new TreeMap<>();
  private int objects;
  private int hidden;
  private int inside;

  void add(BlockCount block) {
    count(block, 1);
  }

  void remove(BlockCount block) {
    count(block, -1);
  }

  private void count(BlockCount block, int sign) {
    objects += sign * block.tally().objects();
    hidden += sign * block.hidden();
    inside += sign * block.inside();
    sum(looks, block.tally().looks(), sign);
    sum(categories, block.categories(), sign);
    sum(folded, block.folded(), sign);
    sum(older, block.older(), sign);
    sum(missing, block.missing(), sign);
    sum(lineless, block.lineless(), sign);
  }

  /// What there is none of is not named.
  private static <K> void sum(Map<K, Integer> sums, Map<K, Integer> counts, int sign) {
    counts.forEach((key, count) -> {
      int sum = sums.getOrDefault(key, 0) + sign * count;
      if (sum == 0) {
        sums.remove(key);
      } else {
        sums.put(key, sum);
      }
    });
  }

  Tally tally() {
    return new Tally(objects, looks);
  }

  Map<Category, Integer> categories() {
    return categories.isEmpty() ? Map.of() : new EnumMap<>(categories);
  }

  /// In a living map everything has a place.
  Sums sums() {
    return new Sums(
        hidden,
        0,
        new TreeMap<>(folded),
        new TreeMap<>(older),
        new TreeMap<>(missing),
        inside,
        new TreeMap<>(lineless));
  }
}
