package io.kubilitics.api.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is being sent to one subscription: a snapshot or a delta, as a sequence of messages of
/// which the client believes nothing before it has the last one. Used by one thread.
///
/// Holds the edition and one piece, nothing of what is yet to be written.
final class Course {
  /// A topic that is to be told.
  ///
  /// @param whole all of it, and not only what changed
  record Leg(String topic, boolean whole) {}

  /// What a message has around its parts, and a part around its content, in bytes.
  private static final int ENVELOPE = 64;

  private static final int PART = 48;

  private final Feed feed;
  private final Edition edition;
  private final long from;
  private final Deque<Leg> legs;
  private final Deque<String> drops;
  private int position;
  private int number;
  private @Nullable Fragment waiting;

  private Course(
      Feed feed, Edition edition, long from, Iterable<Leg> legs, Iterable<String> drops) {
    this.feed = feed;
    this.edition = edition;
    this.from = from;
    this.legs = new ArrayDeque<>();
    legs.forEach(this.legs::add);
    this.drops = new ArrayDeque<>();
    drops.forEach(this.drops::add);
  }

  static Course snapshot(Feed feed, Edition edition, Iterable<Leg> legs) {
    return new Course(feed, edition, FragmentCache.WHOLE, legs, List.of());
  }

  /// From a revision on.
  ///
  /// @param drops topics that go out of view
  static Course delta(
      Feed feed, Edition edition, long from, Iterable<Leg> legs, Iterable<String> drops) {
    return new Course(feed, edition, from, legs, drops);
  }

  boolean isSnapshot() {
    return from == FragmentCache.WHOLE;
  }

  long revision() {
    return edition.revision();
  }

  boolean isDone() {
    return legs.isEmpty() && drops.isEmpty();
  }

  /// The next message.
  ///
  /// @param head writes what comes before the parts
  String next(FragmentCache cache, int mostBytes, String head) {
    StringBuilder text = new StringBuilder(head);
    text.append(",\"number\":").append(number++);
    int room = mostBytes - text.length() - ENVELOPE;
    room = writeDrops(text, room);
    text.append(",\"parts\":[");
    boolean first = true;
    while (!legs.isEmpty()) {
      Leg leg = legs.element();
      Fragment fragment = waiting == null ? fragment(cache, leg) : waiting;
      int size = fragment.bytes() + leg.topic().length() * 6 + PART;
      if (!first && size > room) {
        waiting = fragment;
        break;
      }
      waiting = null;
      if (!fragment.piece().json().isEmpty()) {
        MessageWriter.part(text, first, leg, position == 0, fragment.piece().json());
        first = false;
        room -= size;
      }
      position = fragment.piece().next();
      if (fragment.piece().isLast()) {
        legs.remove();
        position = 0;
      }
      if (room <= 0) {
        break;
      }
    }
    return text.append("],\"last\":").append(isDone()).append('}').toString();
  }

  private int writeDrops(StringBuilder text, int room) {
    if (drops.isEmpty()) {
      return room;
    }
    int left = room;
    text.append(",\"drop\":[");
    boolean first = true;
    while (!drops.isEmpty() && (first || left > room / 2)) {
      text.append(first ? "" : ",");
      int before = text.length();
      MessageWriter.string(text, drops.remove());
      left -= (text.length() - before) * 3 + 1;
      first = false;
    }
    text.append(']');
    return left;
  }

  private Fragment fragment(FragmentCache cache, Leg leg) {
    long since = leg.whole() ? FragmentCache.WHOLE : from;
    FragmentCache.Key key =
        new FragmentCache.Key(feed.number(), leg.topic(), since, edition.revision(), position);
    return cache.get(
        key,
        () ->
            leg.whole()
                ? edition.snapshot(leg.topic(), position)
                : edition.delta(leg.topic(), from, position));
  }
}
