package io.kubilitics.testbed.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.api.stream.Edition;
import io.kubilitics.api.stream.Piece;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The items of every topic by key, as a client has them that applied what it was sent. Two are
/// equal when every item is, field by field. Used by one thread at a time.
public final class FoldedItems {
  private static final int MOST_DIFFERENCE = 3_000;

  private final Wording wording;
  private final SortedMap<String, SortedMap<String, JsonNode>> topics = new TreeMap<>();

  /// What somebody has who has heard nothing.
  public FoldedItems(Wording wording) {
    this.wording = wording;
  }

  /// What a client that has just come has of an edition.
  public static FoldedItems of(Edition edition, Wording wording) {
    FoldedItems folded = new FoldedItems(wording);
    for (String topic : edition.topics()) {
      folded.fold(topic, edition, -1);
    }
    return folded;
  }

  /// Goes on to a later edition, without the wire.
  ///
  /// @param since the revision that this is
  public void follow(Edition edition, long since) {
    if (!edition.reaches(since)) {
      throw new AssertionError(edition.revision() + " does not reach revision " + since);
    }
    for (String topic : edition.changedSince(since)) {
      fold(topic, edition, since);
    }
  }

  private void fold(String topic, Edition edition, long since) {
    for (int at = 0; at != Piece.END; ) {
      Piece piece = since < 0 ? edition.snapshot(topic, at) : edition.delta(topic, since, at);
      if (!piece.json().isEmpty()) {
        apply(topic, since < 0 && at == 0, Texts.read(piece.json()));
      }
      at = piece.next();
    }
  }

  public FoldedItems copy() {
    return only(_ -> true);
  }

  /// The same with some topics only.
  public FoldedItems only(Predicate<String> isIn) {
    FoldedItems some = new FoldedItems(wording);
    topics.forEach((topic, items) -> {
      if (isIn.test(topic)) {
        some.topics.put(topic, new TreeMap<>(items));
      }
    });
    return some;
  }

  public void drop(String topic) {
    topics.remove(topic);
  }

  /// Applies what a part of a message says of a topic.
  ///
  /// @param whole whether it is the beginning of all there is
  /// @return the keys of what was put
  public List<String> apply(String topic, boolean whole, JsonNode content) {
    if (whole) {
      topics.remove(topic);
    }
    List<String> keys = new ArrayList<>();
    for (String list : wording.put()) {
      for (JsonNode item : content.path(list)) {
        put(topic, item);
        keys.add(key(item));
      }
    }
    for (String list : wording.gone()) {
      content.path(list).forEach(key -> remove(topic, key.asText()));
    }
    return keys;
  }

  private String key(JsonNode item) {
    return item.path(wording.key()).asText();
  }

  public void put(String topic, JsonNode item) {
    topics.computeIfAbsent(topic, _ -> new TreeMap<>()).put(key(item), item);
  }

  private void remove(String topic, String key) {
    SortedMap<String, JsonNode> items = topics.get(topic);
    if (items == null) {
      return;
    }
    items.remove(key);
    if (items.isEmpty()) {
      topics.remove(topic);
    }
  }

  public SortedSet<String> topics() {
    return new TreeSet<>(topics.keySet());
  }

  /// The items of a topic by key; none of one that is not there.
  public SortedMap<String, JsonNode> of(String topic) {
    return Collections.unmodifiableSortedMap(
        topics.getOrDefault(topic, Collections.emptySortedMap()));
  }

  /// Every item by topic and key.
  public SortedMap<String, SortedMap<String, JsonNode>> items() {
    return Collections.unmodifiableSortedMap(topics);
  }

  /// What differs, for the reader; `""` for nothing.
  public String difference(FoldedItems expected) {
    StringBuilder text = new StringBuilder();
    SortedSet<String> names = topics();
    names.addAll(expected.topics.keySet());
    for (String name : names) {
      SortedSet<String> keys = new TreeSet<>(of(name).keySet());
      keys.addAll(expected.of(name).keySet());
      for (String key : keys) {
        JsonNode is = of(name).get(key);
        JsonNode should = expected.of(name).get(key);
        if (!Objects.equals(is, should) && text.length() < MOST_DIFFERENCE) {
          text.append('[').append(name).append("] ").append(key);
          text.append("\n  is     ").append(is).append("\n  should ").append(should).append('\n');
        }
      }
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FoldedItems folded && topics.equals(folded.topics);
  }

  @Override
  public int hashCode() {
    return topics.hashCode();
  }

  @Override
  public String toString() {
    return topics.toString();
  }
}
