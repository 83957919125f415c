package io.kubilitics.layout.drawing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// In which card each node stands, by handle: of a whole network, or of the few nodes of one block.
final class CardNumbers {
  static final int NOWHERE = 0;

  /// By handle; null when only a few are known.
  private final int @Nullable [] all;

  private final Map<Integer, Integer> few = new LinkedHashMap<>();

  private CardNumbers(int @Nullable [] all) {
    this.all = all;
  }

  static CardNumbers ofAll(int limit) {
    return new CardNumbers(new int[limit]);
  }

  static CardNumbers ofFew() {
    return new CardNumbers(null);
  }

  void put(int handle, int card) {
    if (all == null) {
      few.put(handle, card);
    } else {
      all[handle] = card;
    }
  }

  int of(int handle) {
    return all == null ? few.getOrDefault(handle, NOWHERE) : all[handle];
  }

  /// Every handle that there may be; of few those that stand somewhere.
  IntStream handles() {
    return all == null
        ? few.keySet().stream().mapToInt(Integer::intValue)
        : IntStream.range(0, all.length);
  }
}
