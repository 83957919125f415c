package io.kubilitics.testbed.stream;

import io.kubilitics.api.stream.ChannelKey;
import io.kubilitics.api.stream.Edition;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;

/// One life of a channel: every edition that it made. Any thread.
final class Opening {
  private final ChannelKey key;
  private final Wording wording;
  private final ConcurrentSkipListMap<Long, Recorded> editions = new ConcurrentSkipListMap<>();

  /// Of editions that were found to be right: the state of the world that the slower part of each
  /// was made of.
  private final ConcurrentSkipListMap<Long, Long> origins = new ConcurrentSkipListMap<>();

  Opening(ChannelKey key, Wording wording) {
    this.key = key;
    this.wording = wording;
  }

  ChannelKey key() {
    return key;
  }

  /// Notes what the channel made; the first of a revision counts.
  void note(Edition edition, Span span) {
    editions.putIfAbsent(edition.revision(), new Recorded(this, edition, span, wording));
  }

  Recorded at(long revision) {
    Recorded found = editions.get(revision);
    if (found == null) {
      throw new AssertionError("the channel " + key.show() + " never had revision " + revision);
    }
    return found;
  }

  Recorded latest() {
    return Objects.requireNonNull(editions.lastEntry()).getValue();
  }

  Recorded first() {
    return Objects.requireNonNull(editions.firstEntry()).getValue();
  }

  /// Notes that an edition was found to be right.
  void isOf(Recorded of, long state) {
    origins.put(of.revision(), state);
  }

  /// The state that the slower part of an edition is at least of: that of an earlier one.
  ///
  /// @param first of the first edition
  long oldest(Recorded of, long first) {
    Map.Entry<Long, Long> earlier = origins.lowerEntry(of.revision());
    return earlier == null ? first : earlier.getValue();
  }
}
