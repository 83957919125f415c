package io.kubilitics.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.api.stream.Edition;
import io.kubilitics.api.stream.Piece;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a client knows of a channel of items: it folds snapshots and deltas, piece by piece.
public final class FoldedTopics {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SortedMap<String, SortedMap<String, JsonNode>> topics = new TreeMap<>();
  private long revision;

  /// What a client that has just come knows.
  public static FoldedTopics of(Edition edition) {
    FoldedTopics folded = new FoldedTopics();
    for (String topic : edition.topics()) {
      folded.fold(topic, edition.snapshot(topic, 0), edition, -1);
    }
    folded.revision = edition.revision();
    return folded;
  }

  /// Goes on to a later edition.
  public void follow(Edition edition) {
    if (!edition.reaches(revision)) {
      throw new AssertionError(edition.revision() + " does not reach revision " + revision);
    }
    for (String topic : edition.changedSince(revision)) {
      fold(topic, edition.delta(topic, revision, 0), edition, revision);
    }
    revision = edition.revision();
  }

  public long revision() {
    return revision;
  }

  private void fold(String topic, Piece first, Edition edition, long since) {
    Piece piece = first;
    while (true) {
      if (!piece.json().isEmpty()) {
        fold(topic, piece.json());
      }
      if (piece.isLast()) {
        return;
      }
      piece =
          since < 0
              ? edition.snapshot(topic, piece.next())
              : edition.delta(topic, since, piece.next());
    }
  }

  private void fold(String topic, String json) {
    JsonNode piece;
    try {
      piece = JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(json, e);
    }
    SortedMap<String, JsonNode> items = topics.computeIfAbsent(topic, _ -> new TreeMap<>());
    for (JsonNode item : piece.path("put")) {
      items.put(item.path("key").asText(), item);
    }
    for (JsonNode key : piece.path("gone")) {
      items.remove(key.asText());
    }
    if (items.isEmpty()) {
      topics.remove(topic);
    }
  }

  /// One item, which must be there.
  public JsonNode item(String topic, String key) {
    SortedMap<String, JsonNode> items = topics.get(topic);
    JsonNode item = items == null ? null : items.get(key);
    if (item == null) {
      throw new AssertionError("'" + key + "' is not in topic '" + topic + "'");
    }
    return item;
  }

  /// Every item by topic and key.
  public SortedMap<String, SortedMap<String, JsonNode>> items() {
    return topics;
  }
}
