package io.kubilitics.layout.slot;

import io.kubilitics.model.Rect;
import io.kubilitics.model.Size;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Packs items without a past: in [Rows] and by [BestFit], between several widths. The cheapest
/// attempt wins, the first of equals, rows with a handicap in their favour; its boxes are then
/// stretched to their neighbours.
///
/// The items may be many that come to others which stay where they are: then they are packed below
/// or beside what those take.
final class FreshPacking {
  private static final Comparator<Item> TALLEST_FIRST =
      Comparator.comparing(Item::height, Comparator.reverseOrder())
          .thenComparing(Item::width, Comparator.reverseOrder());

  private static final Comparator<Item> WIDEST_FIRST =
      Comparator.comparing(Item::width, Comparator.reverseOrder())
          .thenComparing(Item::height, Comparator.reverseOrder());

  private static final Comparator<Item> LARGEST_FIRST =
      Comparator.comparing(Item::area, Comparator.reverseOrder())
          .thenComparing(Item::height, Comparator.reverseOrder());

  /// Widths that are tried, in percent of the one that a packing without waste would have. Only the
  /// first ones where there are very many items.
  private static final int[] PERCENTS = {
    103, 106, 100, 109, 97, 112, 94, 116, 91, 120, 88, 125, 84, 130, 80, 136
  };

  private static final int FEWEST_WIDTHS = 2;

  /// Items placed in all attempts of one order, about.
  private static final int BUDGET = 20_000;

  /// How much costlier a tidy packing may be than a dense one, in percent.
  private static final int WORTH_OF_TIDINESS = 8;

  private interface Way {
    Attempt attempt(List<Item> order, int width, int gap);
  }

  /// An attempt and where its corner is put.
  private record Placed(Attempt attempt, int x, int y, long cost) {}

  private final PackingRules rules;
  private final List<Item> items;
  private final int right;
  private final int bottom;
  private final int[] widths;

  /// @param taken by others, with the gap to the right and below
  FreshPacking(PackingRules rules, List<Item> items, Size taken) {
    this.rules = rules;
    this.items = items;
    this.right = taken.width();
    this.bottom = taken.height();
    this.widths = widths();
  }

  Map<String, Rect> pack() {
    if (items.isEmpty()) {
      return Map.of();
    }
    Placed tidy = cheapest(TALLEST_FIRST, Rows::attempt);
    Placed dense =
        Stream.of(TALLEST_FIRST, WIDEST_FIRST, LARGEST_FIRST)
            .map(comparator -> cheapest(comparator, BestFit::attempt))
            .reduce(FreshPacking::cheaper)
            .orElse(tidy);
    boolean tidyWins = tidy.cost() - dense.cost() <= dense.cost() / 100 * WORTH_OF_TIDINESS;
    return slots(tidyWins ? tidy : dense);
  }

  private Placed cheapest(Comparator<Item> comparator, Way way) {
    List<Item> order = items.stream().sorted(comparator).toList();
    return IntStream.of(widths)
        .mapToObj(width -> way.attempt(order, width, rules.gap()))
        .flatMap(attempt -> Stream.of(placed(attempt, 0, bottom), placed(attempt, right, 0)))
        .reduce(FreshPacking::cheaper)
        .orElseThrow();
  }

  private Placed placed(Attempt attempt, int x, int y) {
    int width = Math.max(right, x + attempt.boxes().right());
    int height = Math.max(bottom, y + attempt.boxes().bottom());
    return new Placed(attempt, x, y, rules.cost(width - rules.gap(), height - rules.gap()));
  }

  private static Placed cheaper(Placed best, Placed next) {
    return next.cost() < best.cost() ? next : best;
  }

  private static Map<String, Rect> slots(Placed placed) {
    Attempt attempt = placed.attempt();
    Stretch.all(attempt.boxes());
    Map<String, Rect> slots = HashMap.newHashMap(attempt.order().size());
    for (int box = 0; box < attempt.order().size(); box++) {
      Rect slot = attempt.boxes().slot(box).plus(placed.x(), placed.y());
      slots.put(attempt.order().get(box).key(), slot);
    }
    return slots;
  }

  private int[] widths() {
    long widest = 0;
    long together = 0;
    long area = 0;
    for (Item item : items) {
      long width = (long) item.width() + rules.gap();
      area += width * (item.height() + rules.gap());
      widest = Math.max(widest, width);
      together += width;
    }
    long ideal = squareRoot(area, rules.aspectWidth(), rules.aspectHeight());
    int count = Math.clamp(BUDGET / Math.max(1, items.size()), FEWEST_WIDTHS, PERCENTS.length);
    LongStream wished = Arrays.stream(PERCENTS, 0, count).mapToLong(part -> ideal * part / 100);
    if (bottom > 0) {
      wished = LongStream.concat(wished, LongStream.of(right, area / bottom));
    }
    long least = widest;
    long most = together;
    return wished
        .mapToInt(width -> Math.toIntExact(Math.clamp(width, least, most)))
        .distinct()
        .toArray();
  }

  private static long squareRoot(long area, int times, int dividedBy) {
    return (long) Math.sqrt((double) area * times / dividedBy);
  }
}
