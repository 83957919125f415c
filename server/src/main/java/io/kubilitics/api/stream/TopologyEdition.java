package io.kubilitics.api.stream;

import io.kubilitics.model.Edge;
import io.kubilitics.model.RelationTypes;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A channel of the topology at one revision, written from the topology when somebody asks.
final class TopologyEdition implements Edition {
  private final Membership membership;
  private final RelationTypes types;
  private final List<Changes> log;
  private final long floor;
  private @Nullable TopicIndex index;

  /// @param log what happened up to this revision, the latest last
  /// @param floor the revision before the first of it
  TopologyEdition(Membership membership, RelationTypes types, List<Changes> log, long floor) {
    this.membership = membership;
    this.types = types;
    this.log = log;
    this.floor = floor;
  }

  Membership membership() {
    return membership;
  }

  @Override
  public long revision() {
    return membership.topology().revision();
  }

  @Override
  public SortedSet<String> topics() {
    return index().topics();
  }

  private synchronized TopicIndex index() {
    if (index == null) {
      index = TopicIndex.of(membership);
    }
    return index;
  }

  @Override
  public boolean reaches(long revision) {
    return revision >= floor && revision <= revision();
  }

  @Override
  public SortedSet<String> changedSince(long revision) {
    SortedSet<String> changed = new TreeSet<>();
    since(revision).forEach(changes -> changed.addAll(changes.topics().keySet()));
    return changed;
  }

  /// What happened after a revision. One that lies within a step gets the whole step: to be told a
  /// state again changes nothing.
  private List<Changes> since(long revision) {
    int first = log.size();
    while (first > 0 && log.get(first - 1).to() > revision) {
      first--;
    }
    return log.subList(first, log.size());
  }

  @Override
  public Piece snapshot(String topic, int position) {
    TopicIndex.Topic items = index().topic(topic);
    if (items == null) {
      return Piece.NOTHING;
    }
    TopicIndex.EdgeRun edges = items.edgeRun();
    ItemWriter writer = new ItemWriter(position, types);
    writer.list("nodes", items.nodes(), at -> writer.elements().node(items.node(at)));
    writer.list("edges", items.edges(), at -> writer.elements().edge(edges.edge(at)));
    return writer.end();
  }

  @Override
  public Piece delta(String topic, long revision, int position) {
    Changes.OfTopic changes = Changes.folded(since(revision), topic);
    if (changes.isEmpty()) {
      return Piece.NOTHING;
    }
    List<Node> nodes = new ArrayList<>();
    List<String> nodesGone = new ArrayList<>();
    changes
        .nodes()
        .forEach((text, change) -> {
          if (change.isThere()) {
            nodes.add(node(change));
          } else {
            nodesGone.add(text);
          }
        });
    List<Edge> edges = new ArrayList<>();
    List<String> edgesGone = new ArrayList<>();
    changes
        .edges()
        .forEach((text, edge) -> {
          if (edge == null) {
            edgesGone.add(text);
          } else {
            edges.add(edge);
          }
        });
    ItemWriter writer = new ItemWriter(position, types);
    writer.list("nodes", nodes.size(), at -> writer.elements().node(nodes.get(at)));
    writer.list("edges", edges.size(), at -> writer.elements().edge(edges.get(at)));
    writer.list("nodesGone", nodesGone.size(), at -> writer.json().writeString(nodesGone.get(at)));
    writer.list("edgesGone", edgesGone.size(), at -> writer.json().writeString(edgesGone.get(at)));
    return writer.end();
  }

  private Node node(Changes.Present change) {
    Network network = membership.network();
    int handle = membership.find(change.id());
    Node node = handle == Network.NOBODY ? null : network.node(handle);
    if (node == null) {
      throw new IllegalStateException(change.id() + " is not in revision " + revision());
    }
    return node;
  }
}
