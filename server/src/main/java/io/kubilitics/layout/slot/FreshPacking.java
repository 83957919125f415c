package io.kubilitics.layout.slot;

import io.kubilitics.model.Rect;
import io.kubilitics.model.Size;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Packs items without a past: several widths and several orders of the items are tried, and the
/// cheapest [Attempt] wins, the first of equals. Its boxes are then stretched to their neighbours.
///
/// The items may be many that come to others which stay where they are: then they are packed below
/// or beside what those take.
final class FreshPacking {
  private static final List<Comparator<Item>> ORDERS =
      List.of(
          Comparator.comparing(Item::height, Comparator.reverseOrder())
              .thenComparing(Item::width, Comparator.reverseOrder()),
          Comparator.comparing(Item::width, Comparator.reverseOrder())
              .thenComparing(Item::height, Comparator.reverseOrder()),
          Comparator.comparing(Item::area, Comparator.reverseOrder()));

  /// Widths that are tried, in percent of the one that a packing without waste would have. Only the
  /// first ones where there are very many items.
  private static final int[] PERCENTS = {
    103, 106, 100, 109, 97, 112, 94, 116, 91, 120, 88, 125, 84, 130, 80, 136
  };

  private static final int FEWEST_WIDTHS = 2;

  /// Items placed in all attempts of one order, about.
  private static final int BUDGET = 20_000;

  /// An attempt and where its corner is put.
  private record Placed(Attempt attempt, int x, int y, long cost) {}

  private final PackingRules rules;
  private final List<Item> items;
  private final int right;
  private final int bottom;

  /// @param taken by others, with the gap to the right and below
  FreshPacking(PackingRules rules, List<Item> items, Size taken) {
    this.rules = rules;
    this.items = items;
    this.right = taken.width();
    this.bottom = taken.height();
  }

  Map<String, Rect> pack() {
    int[] widths = widths();
    Placed best = null;
    for (Comparator<Item> comparator : ORDERS) {
      List<Item> order = items.stream().sorted(comparator).toList();
      for (int width : widths) {
        Attempt attempt = Attempt.of(order, width, rules.gap());
        best = cheaper(best, placed(attempt, 0, bottom));
        best = cheaper(best, placed(attempt, right, 0));
      }
    }
    return best == null ? Map.of() : slots(best);
  }

  private Placed placed(Attempt attempt, int x, int y) {
    int width = Math.max(right, x + attempt.boxes().right());
    int height = Math.max(bottom, y + attempt.boxes().bottom());
    return new Placed(attempt, x, y, rules.cost(width - rules.gap(), height - rules.gap()));
  }

  private static Placed cheaper(@Nullable Placed best, Placed next) {
    return best == null || next.cost() < best.cost() ? next : best;
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
      long width = item.width() + rules.gap();
      area += width * (item.height() + rules.gap());
      widest = Math.max(widest, width);
      together += width;
    }
    long ideal = squareRoot(area, rules.aspectWidth(), rules.aspectHeight());
    int count = Math.clamp(BUDGET / Math.max(1, items.size()), FEWEST_WIDTHS, PERCENTS.length);
    IntStream own = Arrays.stream(PERCENTS, 0, count);
    long[] widths = own.mapToLong(percent -> ideal * percent / 100).toArray();
    IntStream beside = IntStream.empty();
    if (bottom > 0) {
      beside = IntStream.of(right, Math.toIntExact(Math.min(together, area / bottom)));
    }
    int least = Math.toIntExact(widest);
    int most = Math.toIntExact(together);
    return IntStream.concat(
            Arrays.stream(widths).mapToInt(width -> Math.clamp(width, least, most)),
            beside.map(width -> Math.clamp(width, least, most)))
        .distinct()
        .toArray();
  }

  private static long squareRoot(long area, int times, int dividedBy) {
    return (long) Math.sqrt((double) area * times / dividedBy);
  }
}
