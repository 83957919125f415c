package io.kubilitics.api.stream;

import io.kubilitics.model.Edge;
import io.kubilitics.model.ResourceId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a channel of the topology did from one revision to another, by topic. What counts is the
/// state after it, so what came and went in between is told as gone.
///
/// Filled by one thread, then read by any.
final class Changes {
  /// Of one topic.
  ///
  /// @param nodes by the text of their ids; whether they are there
  /// @param edges by id; null for those that are gone
  record OfTopic(SortedMap<String, Present> nodes, SortedMap<String, @Nullable Edge> edges) {
    OfTopic() {
      this(new TreeMap<>(), new TreeMap<>());
    }

    int size() {
      return nodes.size() + edges.size();
    }

    boolean isEmpty() {
      return nodes.isEmpty() && edges.isEmpty();
    }
  }

  /// A node, which is read again when it is written.
  record Present(ResourceId id, boolean isThere) {}

  private final long from;
  private final long to;
  private final SortedMap<String, OfTopic> topics = new TreeMap<>();
  private int size;

  Changes(long from, long to) {
    this.from = from;
    this.to = to;
  }

  long from() {
    return from;
  }

  long to() {
    return to;
  }

  SortedMap<String, OfTopic> topics() {
    return topics;
  }

  /// How many nodes and edges.
  int size() {
    return size;
  }

  void node(ResourceId id, boolean isThere) {
    size++;
    topic(id.namespace()).nodes().put(id.toString(), new Present(id, isThere));
  }

  void edge(Edge edge, boolean isThere) {
    size++;
    topic(edge.source().namespace()).edges().put(edge.id(), isThere ? edge : null);
  }

  private OfTopic topic(String name) {
    return topics.computeIfAbsent(name, _ -> new OfTopic());
  }

  /// What several made of one topic, one after the other.
  static OfTopic folded(Iterable<Changes> each, String topic) {
    Map<String, Present> nodes = new LinkedHashMap<>();
    Map<String, @Nullable Edge> edges = new LinkedHashMap<>();
    for (Changes changes : each) {
      OfTopic here = changes.topics.get(topic);
      if (here != null) {
        nodes.putAll(here.nodes());
        edges.putAll(here.edges());
      }
    }
    return new OfTopic(new TreeMap<>(nodes), new TreeMap<>(edges));
  }
}
