package io.kubilitics.layout.street;

import java.util.Comparator;

/// A straight line that meets no rectangle, as long as it can be. Whether it is horizontal or
/// vertical, is known to who holds it.
///
/// @param at its y when it is horizontal, its x when it is vertical
/// @param low where it begins, on the border of `lowEnd`
/// @param lowEnd the rectangle that stops it there, or [Ground#NOTHING]
record Track(int at, int low, int high, int lowEnd, int highEnd) implements Comparable<Track> {
  private static final Comparator<Track> ORDER =
      Comparator.comparingInt(Track::at).thenComparingInt(Track::low).thenComparingInt(Track::high);

  @Override
  public int compareTo(Track other) {
    return ORDER.compare(this, other);
  }
}
