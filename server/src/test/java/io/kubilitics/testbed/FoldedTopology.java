package io.kubilitics.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.export.DataFormat;
import io.kubilitics.export.Heading;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.RelationTypes;
import io.kubilitics.model.Viewer;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyQuery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The items of every topic by key, as a client that has heard everything has them. Two are equal
/// when every node and edge is, field by field.
public final class FoldedTopology {
  private final SortedMap<String, SortedMap<String, JsonNode>> topics;

  public FoldedTopology() {
    this.topics = new TreeMap<>();
  }

  private FoldedTopology(SortedMap<String, SortedMap<String, JsonNode>> topics) {
    this.topics = topics;
  }

  public FoldedTopology copy() {
    SortedMap<String, SortedMap<String, JsonNode>> copied = new TreeMap<>();
    topics.forEach((name, items) -> copied.put(name, new TreeMap<>(items)));
    return new FoldedTopology(copied);
  }

  /// What a whole topology is, made slowly and another way: from the document that the route of the
  /// topology answers with.
  public static FoldedTopology of(
      Topology topology, TopologyQuery part, Viewer viewer, RelationTypes types) {
    JsonNode document = document(topology, part, viewer, types);
    FoldedTopology folded = new FoldedTopology();
    Map<String, String> namespaces = new HashMap<>();
    for (JsonNode node : document.path("nodes")) {
      String topic = node.path("namespace").asText("");
      namespaces.put(node.path("id").asText(), topic);
      folded.put(topic, node);
    }
    for (JsonNode edge : document.path("edges")) {
      folded.put(namespaces.getOrDefault(edge.path("source").asText(), "nowhere"), edge);
    }
    return folded;
  }

  private static JsonNode document(
      Topology topology, TopologyQuery part, Viewer viewer, RelationTypes types) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      DataFormat.JSON.write(
          Heading.once(new ClusterId("c"), Measured.AS_OF),
          topology.select(part, viewer),
          types,
          bytes);
      return StreamClient.JSON.readTree(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void drop(String topic) {
    topics.remove(topic);
  }

  /// Applies what a part of a message says of a topic.
  ///
  /// @param whole whether it is the beginning of all there is
  public void apply(String topic, boolean whole, JsonNode content) {
    if (whole) {
      topics.remove(topic);
    }
    content.path("nodes").forEach(node -> put(topic, node));
    content.path("edges").forEach(edge -> put(topic, edge));
    content.path("nodesGone").forEach(id -> remove(topic, id.asText()));
    content.path("edgesGone").forEach(id -> remove(topic, id.asText()));
  }

  private void put(String topic, JsonNode item) {
    topics.computeIfAbsent(topic, _ -> new TreeMap<>()).put(item.path("id").asText(), item);
  }

  private void remove(String topic, String id) {
    SortedMap<String, JsonNode> items = topics.get(topic);
    if (items != null) {
      items.remove(id);
      if (items.isEmpty()) {
        topics.remove(topic);
      }
    }
  }

  /// The same with some topics only; all when there are none.
  public FoldedTopology only(java.util.Set<String> names) {
    FoldedTopology some = copy();
    if (!names.isEmpty()) {
      some.topics.keySet().retainAll(names);
    }
    return some;
  }

  /// How many nodes and edges.
  public int size() {
    return topics.values().stream().mapToInt(Map::size).sum();
  }

  /// For each topic one number for all it says.
  public SortedMap<String, Integer> hashes() {
    SortedMap<String, Integer> hashes = new TreeMap<>();
    topics.forEach((name, items) -> hashes.put(name, items.toString().hashCode()));
    return hashes;
  }

  /// What differs, for the reader; `""` for nothing.
  public String difference(FoldedTopology expected) {
    StringBuilder text = new StringBuilder();
    java.util.Set<String> names = new java.util.TreeSet<>(topics.keySet());
    names.addAll(expected.topics.keySet());
    for (String name : names) {
      SortedMap<String, JsonNode> mine = topics.getOrDefault(name, new TreeMap<>());
      SortedMap<String, JsonNode> right = expected.topics.getOrDefault(name, new TreeMap<>());
      java.util.Set<String> keys = new java.util.TreeSet<>(mine.keySet());
      keys.addAll(right.keySet());
      for (String key : keys) {
        JsonNode is = mine.get(key);
        JsonNode should = right.get(key);
        if (!java.util.Objects.equals(is, should)) {
          text.append('[').append(name).append("] ").append(key);
          text.append("\n  is     ").append(is).append("\n  should ").append(should).append('\n');
        }
      }
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FoldedTopology folded && topics.equals(folded.topics);
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
