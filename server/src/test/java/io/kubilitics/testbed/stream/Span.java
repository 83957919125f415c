package io.kubilitics.testbed.stream;

import io.kubilitics.layout.plan.Arrangement;
import java.util.Map;

/// Between which states of the world something was made.
///
/// @param from what had happened before it was begun
/// @param to what may have been known when it was done
record Span(Mark from, Mark to) {
  /// How far the world has come.
  ///
  /// @param topology its revision
  /// @param conditions how many states of the source
  /// @param rejections how many documents that could not be read
  /// @param events how many events
  /// @param maps how many plans of each arrangement
  record Mark(
      long topology, int conditions, int rejections, int events, Map<Arrangement, Integer> maps) {}
}
