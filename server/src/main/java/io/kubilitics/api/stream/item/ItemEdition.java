package io.kubilitics.api.stream.item;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.kubilitics.api.stream.Edition;
import io.kubilitics.api.stream.Piece;
import io.kubilitics.export.UnicodeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/// A channel of items at one revision. A snapshot is `{"put":[item, …]}`, a delta `{"put":[item,
/// …],"gone":[key, …]}`; items are known by their `key`.
final class ItemEdition implements Edition {
  private static final Item NONE = new Item(0, Item.UNKNOWN, 0);

  private final long revision;
  private final long floor;
  private final SortedMap<String, Topic> topics;
  private final ItemText text;

  /// Texts that were made to see what has changed; the others are made when they are asked for.
  private final Map<String, Map<String, String>> made;

  /// @param floor the oldest revision since which it is known what has changed
  ItemEdition(
      long revision,
      long floor,
      SortedMap<String, Topic> topics,
      ItemText text,
      Map<String, Map<String, String>> made) {
    this.revision = revision;
    this.floor = floor;
    this.topics = topics;
    this.text = text;
    this.made = made;
  }

  @Override
  public long revision() {
    return revision;
  }

  @Override
  public SortedSet<String> topics() {
    SortedSet<String> names = new TreeSet<>();
    topics.forEach((name, topic) -> {
      if (!topic.items().isEmpty()) {
        names.add(name);
      }
    });
    return names;
  }

  @Override
  public boolean reaches(long since) {
    return since >= floor && since <= revision;
  }

  @Override
  public SortedSet<String> changedSince(long since) {
    SortedSet<String> names = new TreeSet<>();
    topics.forEach((name, topic) -> {
      if (topic.changed() > since) {
        names.add(name);
      }
    });
    return names;
  }

  @Override
  public Piece snapshot(String name, int position) {
    Topic topic = topics.getOrDefault(name, Topic.EMPTY);
    return topic.items().isEmpty()
        ? Piece.NOTHING
        : piece(name, topic, List.copyOf(topic.items().keySet()), List.of(), position);
  }

  @Override
  public Piece delta(String name, long since, int position) {
    Topic topic = topics.getOrDefault(name, Topic.EMPTY);
    List<String> put = new ArrayList<>();
    topic
        .items()
        .forEach((key, item) -> {
          if (item.changed() > since) {
            put.add(key);
          }
        });
    List<String> gone =
        topic.gone().entrySet().stream()
            .filter(entry -> entry.getValue() > since)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    return put.isEmpty() && gone.isEmpty()
        ? Piece.NOTHING
        : piece(name, topic, put, gone, position);
  }

  /// The items first, then what is gone.
  private Piece piece(String name, Topic topic, List<String> put, List<String> gone, int position) {
    StringBuilder json = new StringBuilder("{");
    int at = position;
    if (at < put.size()) {
      json.append("\"put\":[");
      for (int first = at; at < put.size() && json.length() < Piece.USUAL_BYTES; at++) {
        json.append(at == first ? "" : ",").append(text(name, topic, put.get(at)));
      }
      json.append(']');
    }
    if (at >= put.size() && at < put.size() + gone.size()) {
      json.append(json.length() > 1 ? ",\"gone\":[" : "\"gone\":[");
      for (int first = at;
          at < put.size() + gone.size() && json.length() < Piece.USUAL_BYTES;
          at++) {
        json.append(at == first ? "\"" : ",\"");
        String key = UnicodeText.wellFormed(gone.get(at - put.size()));
        JsonStringEncoder.getInstance().quoteAsString(key, json);
        json.append('"');
      }
      json.append(']');
    }
    return new Piece(json.append('}').toString(), at < put.size() + gone.size() ? at : Piece.END);
  }

  private String text(String name, Topic topic, String key) {
    String known = made.getOrDefault(name, Map.of()).get(key);
    return known != null ? known : text.of(name, key, topic.items().getOrDefault(key, NONE));
  }
}
