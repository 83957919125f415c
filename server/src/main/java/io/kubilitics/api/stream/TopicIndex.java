package io.kubilitics.api.stream;

import io.kubilitics.model.Edge;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The nodes and edges of a channel at one revision by topic, as handles. Immutable.
final class TopicIndex {
  /// One topic: its nodes in the order of their ids, and how many edges begin before each of them.
  static final class Topic {
    private final TopicIndex index;
    private final int[] nodes;
    private final int[] edgesBefore;

    private Topic(TopicIndex index, int[] nodes) {
      this.index = index;
      this.nodes = nodes;
      this.edgesBefore = new int[nodes.length + 1];
      for (int at = 0; at < nodes.length; at++) {
        edgesBefore[at + 1] = edgesBefore[at] + index.edgesOf(nodes[at]).size();
      }
    }

    int nodes() {
      return nodes.length;
    }

    Node node(int at) {
      return index.node(nodes[at]);
    }

    int edges() {
      return edgesBefore[nodes.length];
    }

    /// The edges of a topic, ordered by id, for one reader that goes through them.
    EdgeRun edgeRun() {
      return new EdgeRun(this);
    }
  }

  /// Remembers the edges of the node it was asked for last.
  static final class EdgeRun {
    private final Topic topic;
    private int of = -1;
    private List<Edge> edges = List.of();

    private EdgeRun(Topic topic) {
      this.topic = topic;
    }

    Edge edge(int at) {
      int source = source(at);
      if (source != of) {
        of = source;
        edges = topic.index.sortedEdgesOf(topic.nodes[source]);
      }
      return edges.get(at - topic.edgesBefore[source]);
    }

    /// The last node before which no more edges begin than that.
    private int source(int at) {
      int found = Arrays.binarySearch(topic.edgesBefore, at);
      int source = found >= 0 ? found : -found - 2;
      while (topic.edgesBefore[source + 1] == at) {
        source++;
      }
      return source;
    }
  }

  private final Membership membership;
  private final BitSet in = new BitSet();
  private final SortedMap<String, Topic> topics = new TreeMap<>();

  private TopicIndex(Membership membership) {
    this.membership = membership;
  }

  static TopicIndex of(Membership membership) {
    TopicIndex index = new TopicIndex(membership);
    index.collect();
    return index;
  }

  private record Entry(String text, int handle) {}

  private void collect() {
    SortedMap<String, List<Entry>> entries = new TreeMap<>();
    Network network = membership.network();
    for (int handle = 0; handle < network.limit(); handle++) {
      if (membership.holds(handle)) {
        in.set(handle);
        Node node = node(handle);
        entries
            .computeIfAbsent(node.id().namespace(), _ -> new ArrayList<>())
            .add(new Entry(node.id().toString(), handle));
      }
    }
    entries.forEach((name, nodes) -> {
      nodes.sort(Comparator.comparing(Entry::text));
      topics.put(name, new Topic(this, nodes.stream().mapToInt(Entry::handle).toArray()));
    });
  }

  SortedSet<String> topics() {
    return Collections.unmodifiableSortedSet((SortedSet<String>) topics.keySet());
  }

  @Nullable Topic topic(String name) {
    return topics.get(name);
  }

  private Node node(int handle) {
    Node node = membership.network().node(handle);
    if (node == null) {
      throw new IllegalStateException("handle " + handle + " is free");
    }
    return node;
  }

  /// An edge by numbers.
  private record Ends(int relation, int target) {}

  private List<Ends> edgesOf(int source) {
    List<Ends> edges = new ArrayList<>();
    membership
        .network()
        .forEachOut(
            source,
            (relation, target) -> {
              if (membership.shows(relation) && in.get(target)) {
                edges.add(new Ends(relation, target));
              }
            });
    return edges;
  }

  private List<Edge> sortedEdgesOf(int source) {
    return edgesOf(source).stream()
        .map(ends -> membership.network().edge(source, ends.relation(), ends.target()))
        .sorted(Comparator.comparing(Edge::id))
        .toList();
  }
}
