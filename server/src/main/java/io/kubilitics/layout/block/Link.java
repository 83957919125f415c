package io.kubilitics.layout.block;

import java.util.Comparator;

/// A line of a shape: two different cards by their place in the canonical order, and the rank of
/// the category.
record Link(int from, int to, int rank) {
  static final Comparator<Link> ORDER =
      Comparator.comparingInt(Link::from).thenComparingInt(Link::to).thenComparingInt(Link::rank);
}
