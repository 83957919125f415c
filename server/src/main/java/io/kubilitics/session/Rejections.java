package io.kubilitics.session;

import java.util.ArrayList;
import java.util.List;

/// What a source had to leave out.
///
/// @param first the first [#KEPT] of them, in the order of reading
/// @param count of all
public record Rejections(List<Rejection> first, long count) {
  /// How many are remembered. A folder of binaries must not fill the memory.
  public static final int KEPT = 100;

  public static final Rejections NONE = new Rejections(List.of(), 0);

  public Rejections {
    first = List.copyOf(first);
  }

  Rejections and(Rejection one) {
    if (first.size() == KEPT) {
      return new Rejections(first, count + 1);
    }
    List<Rejection> more = new ArrayList<>(first);
    more.add(one);
    return new Rejections(more, count + 1);
  }
}
