package io.kubilitics.layout.slot;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Packs items without a past: several widths and several orders of the items are tried, and the
/// cheapest [Attempt] wins, the first of equals. Its boxes are then stretched to their neighbours.
final class FreshPacking {
  private static final List<Comparator<Item>> ORDERS =
      List.of(
          Comparator.comparing(Item::height, Comparator.reverseOrder())
              .thenComparing(Item::width, Comparator.reverseOrder()),
          Comparator.comparing(Item::width, Comparator.reverseOrder())
              .thenComparing(Item::height, Comparator.reverseOrder()),
          Comparator.comparing(Item::area, Comparator.reverseOrder()));

  /// Widths are tried between these, in percent of the one that a packing without waste would have.
  private static final int NARROWEST = 76;

  private static final int WIDEST = 136;
  private static final int FEWEST_WIDTHS = 2;
  private static final int MOST_WIDTHS = 16;

  /// Items placed in all attempts of one order, about.
  private static final int BUDGET = 20_000;

  private final PackingRules rules;
  private final List<Item> items;

  FreshPacking(PackingRules rules, List<Item> items) {
    this.rules = rules;
    this.items = items;
  }

  Packing pack() {
    int[] widths = widths();
    Attempt best = null;
    for (Comparator<Item> comparator : ORDERS) {
      List<Item> order = items.stream().sorted(comparator).toList();
      for (int width : widths) {
        Attempt next = Attempt.of(rules, order, width);
        if (best == null || next.cost() < best.cost()) {
          best = next;
        }
      }
    }
    return best == null ? Packing.NONE : Stretch.of(best);
  }

  private int[] widths() {
    int gap = rules.gap();
    long area = 0;
    long widest = 0;
    long all = 0;
    for (Item item : items) {
      long width = item.width() + gap;
      area += width * (item.height() + gap);
      widest = Math.max(widest, width);
      all += width;
    }
    double ideal = Math.sqrt((double) area * rules.aspectWidth() / rules.aspectHeight());
    int count = Math.clamp(BUDGET / Math.max(1, items.size()), FEWEST_WIDTHS, MOST_WIDTHS);
    int[] widths = new int[count];
    for (int number = 0; number < count; number++) {
      int percent = NARROWEST + (WIDEST - NARROWEST) * number / (count - 1);
      long width = (long) ideal * percent / 100;
      widths[number] = Math.toIntExact(Math.clamp(width, widest, all));
    }
    return Arrays.stream(widths).distinct().toArray();
  }
}
