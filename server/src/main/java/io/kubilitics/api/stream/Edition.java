package io.kubilitics.api.stream;

import java.util.List;
import java.util.SortedSet;

/// A channel at one revision: topics (a namespace, a frame, or one for all), each a set of items
/// with keys. Immutable for its readers; what it writes it makes when it is asked, and equal
/// questions give equal texts, so that the answers are kept and shared. Any thread.
///
/// Promise: applying the delta from `a` to `b` to a snapshot of `a` gives exactly the snapshot of
/// `b`, topic by topic.
public interface Edition {
  /// Counts within one process and one channel; a later edition has a higher one.
  long revision();

  /// Every topic that has items, in order.
  SortedSet<String> topics();

  /// Whether it is still known what has changed since that revision.
  boolean reaches(long revision);

  /// All items of a topic, as JSON objects that may each stand alone as a part of a snapshot, each
  /// of about 64 KiB at most unless one single item is larger.
  List<String> snapshot(String topic);

  /// What differs in a topic from that revision to this one: a JSON object, or `""` for nothing.
  /// Topics that are gone can still be asked for.
  ///
  /// @param revision which this edition [#reaches]
  String delta(String topic, long revision);

  /// The topics in which anything differs from that revision to this one, those that are gone too.
  ///
  /// @param revision which this edition [#reaches]
  SortedSet<String> changedSince(long revision);
}
