package io.kubilitics.api.stream;

import java.util.SortedSet;

/// A channel at one revision: topics (a namespace, a frame, or one for all), each a set of items
/// with keys. Immutable for its readers; what it writes it makes when it is asked, and equal
/// questions give equal texts, so that the answers are kept and shared. Any thread.
///
/// Promise: applying the delta from `a` to `b` to a snapshot of `a` gives exactly the snapshot of
/// `b`, topic by topic. What is written of a topic comes in pieces, which are applied in order.
public interface Edition {
  /// Counts within one opening of a cluster and one channel; a later edition has a higher one.
  long revision();

  /// Every topic that has items, in order.
  SortedSet<String> topics();

  /// Whether it is still known what has changed since that revision.
  boolean reaches(long revision);

  /// All items of a topic from a position on.
  ///
  /// @param position 0, then what the piece before says
  Piece snapshot(String topic, int position);

  /// What differs in a topic from that revision to this one, from a position on. Topics that are
  /// gone can still be asked for.
  ///
  /// @param revision which this edition [#reaches]
  /// @param position 0, then what the piece before says
  /// @return [Piece#NOTHING] when nothing differs
  Piece delta(String topic, long revision, int position);

  /// The topics in which anything differs from that revision to this one, those that are gone too.
  ///
  /// @param revision which this edition [#reaches]
  SortedSet<String> changedSince(long revision);
}
