package io.kubilitics.layout.block;

import io.kubilitics.model.NaturalOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Brings the boxes of a block into an order that does not depend on how they were listed: by kind,
/// then by name, and boxes of one name by what they are connected with up to three steps away.
/// Boxes alike in all of that stay as listed.
///
/// Names come first because a person expects them in order, and because then a new card changes the
/// order of no others.
final class CanonicalOrder {
  private static final int ROUNDS = 3;

  private CanonicalOrder() {}

  /// The indexes of the boxes in canonical order.
  static int[] of(List<Box> boxes, List<Link> links) {
    long[] signatures = signatures(boxes, links);
    Comparator<Integer> order =
        Comparator.<Integer>comparingInt(index -> boxes.get(index).kindOrder())
            .thenComparing(index -> boxes.get(index).name(), NaturalOrder.INSTANCE)
            .thenComparing(index -> signatures[index], Long::compareUnsigned)
            .thenComparing(Comparator.naturalOrder());
    return IntStream.range(0, boxes.size())
        .boxed()
        .sorted(order)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static long[] signatures(List<Box> boxes, List<Link> links) {
    long[] signatures = new long[boxes.size()];
    for (int index = 0; index < signatures.length; index++) {
      Box box = boxes.get(index);
      long sides = Mix.of(box.size().width(), box.size().height());
      signatures[index] = Mix.of(Mix.of(box.kindOrder(), sides), box.workload() ? 1 : 0);
    }
    for (int round = 0; round < ROUNDS; round++) {
      long[] before = signatures;
      long[] around = new long[before.length];
      for (Link link : links) {
        // Sums, because the links of a box have no order yet.
        around[link.from()] += Mix.of(before[link.to()], 2L * link.rank());
        around[link.to()] += Mix.of(before[link.from()], 2L * link.rank() + 1);
      }
      Arrays.setAll(around, index -> Mix.of(before[index], around[index]));
      signatures = around;
    }
    return signatures;
  }
}
