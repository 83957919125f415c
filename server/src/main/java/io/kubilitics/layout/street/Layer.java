package io.kubilitics.layout.street;

import io.kubilitics.model.Rect;
import java.util.List;

/// Rectangles of one sort, beside which ways may run.
///
/// @param reach how far from a side: half the usual gap between two of them
record Layer(List<Rect> rects, int reach) {
  Layer {
    rects = List.copyOf(rects);
    if (reach < 1) {
      throw new IllegalArgumentException("a way keeps a distance: " + reach);
    }
  }
}
