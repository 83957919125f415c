package io.kubilitics.api.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
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

  /// What ends a message, in bytes.
  private static final int END = 24;

  private final Feed feed;
  private final Edition edition;
  private final long from;
  private final SortedSet<String> namespaces;
  private final String head;
  private final Deque<Leg> legs;
  private final Deque<String> drops;
  private int position;
  private int number;
  private @Nullable Fragment waiting;

  private Course(
      Feed feed,
      Edition edition,
      long from,
      SortedSet<String> namespaces,
      String head,
      List<Leg> legs,
      List<String> drops) {
    this.feed = feed;
    this.edition = edition;
    this.from = from;
    this.namespaces = namespaces;
    this.head = head;
    this.legs = new ArrayDeque<>(legs);
    this.drops = new ArrayDeque<>(drops);
  }

  /// Everything.
  ///
  /// @param namespaces in view
  /// @param head what comes before the parts in each message
  static Course snapshot(Feed feed, Edition edition, SortedSet<String> namespaces, String head) {
    List<Leg> legs =
        edition.topics().stream()
            .filter(topic -> feed.isInView(topic, namespaces))
            .map(topic -> new Leg(topic, true))
            .toList();
    return new Course(feed, edition, FragmentCache.WHOLE, namespaces, head, legs, List.of());
  }

  /// What is different for a client; [#isDone] when that is nothing.
  ///
  /// @param from the revision that the client has, which the edition reaches
  /// @param seen the namespaces it has of it
  /// @param namespaces in view now
  /// @param head what comes before the parts in each message
  static Course delta(
      Feed feed,
      Edition edition,
      long from,
      Set<String> seen,
      SortedSet<String> namespaces,
      String head) {
    SortedSet<String> changed = edition.changedSince(from);
    SortedSet<String> topics = new TreeSet<>(changed);
    if (!seen.equals(namespaces)) {
      topics.addAll(edition.topics());
    }
    List<Leg> legs = new ArrayList<>();
    List<String> drops = new ArrayList<>();
    for (String topic : topics) {
      boolean was = feed.isInView(topic, seen);
      boolean is = feed.isInView(topic, namespaces);
      if (is && (!was || changed.contains(topic))) {
        legs.add(new Leg(topic, !was));
      }
      if (was && !is) {
        drops.add(topic);
      }
    }
    return new Course(feed, edition, from, namespaces, head, legs, drops);
  }

  boolean isSnapshot() {
    return from == FragmentCache.WHOLE;
  }

  /// The revision that the client has when it is done.
  long revision() {
    return edition.revision();
  }

  /// What of it is in the client's view then.
  SortedSet<String> namespaces() {
    return namespaces;
  }

  /// Whether nothing is left to be told.
  boolean isDone() {
    return legs.isEmpty() && drops.isEmpty();
  }

  /// The next message.
  byte[] next(FragmentCache cache, int mostBytes) {
    MessageBytes message = new MessageBytes(head + ",\"number\":" + number++);
    writeDrops(message, (mostBytes - message.size()) / 2);
    message.add(",\"parts\":[");
    boolean first = true;
    while (!legs.isEmpty() && (first || message.size() + END < mostBytes)) {
      Leg leg = legs.element();
      Fragment fragment = waiting == null ? fragment(cache, leg) : waiting;
      if (fragment.json().length > 0) {
        byte[] part =
            MessageBytes.of((first ? "" : ",") + MessageWriter.partHead(leg, position == 0));
        int size = part.length + fragment.json().length + END;
        if (!first && message.size() + size > mostBytes) {
          waiting = fragment;
          break;
        }
        message.add(part);
        message.add(fragment.json());
        message.add("}");
        first = false;
      }
      waiting = null;
      position = Math.max(fragment.next(), 0);
      if (fragment.isLast()) {
        legs.remove();
      }
    }
    message.add("],\"last\":" + isDone() + "}");
    return message.all();
  }

  /// At least one, and as many as there is room for.
  private void writeDrops(MessageBytes message, int room) {
    if (drops.isEmpty()) {
      return;
    }
    int most = message.size() + room;
    StringBuilder names = new StringBuilder();
    while (!drops.isEmpty() && (names.isEmpty() || message.size() + names.length() * 3 < most)) {
      names.append(names.isEmpty() ? "" : ",");
      MessageWriter.string(names, drops.remove());
    }
    message.add(",\"drop\":[" + names + "]");
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
