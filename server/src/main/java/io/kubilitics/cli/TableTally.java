package io.kubilitics.cli;

import io.kubilitics.model.Edge;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Health;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.Selection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is in a selection, counted before it is written: how many objects are how, and which edges
/// lack what they need.
final class TableTally {
  private static final int MOST_NAMED = 20;

  /// What is said of health, worst first.
  private static final List<Health.Status> TOLD =
      List.of(
          Health.Status.FAILED,
          Health.Status.DEGRADED,
          Health.Status.PROGRESSING,
          Health.Status.SUSPENDED);

  private final Map<Health.Status, Integer> health = new EnumMap<>(Health.Status.class);
  private final boolean onlyRelated;
  private final Set<ResourceId> related = new HashSet<>();
  private final Set<ResourceId> ghosts = new HashSet<>();
  private final Set<ResourceId> needed = new HashSet<>();
  private final List<Edge> broken = new ArrayList<>();
  private boolean empty = true;
  private int objects;
  private int edges;
  private int brokenCount;

  private TableTally(boolean onlyRelated) {
    this.onlyRelated = onlyRelated;
  }

  /// @param onlyRelated whether an object counts only when it is an end of an edge
  static TableTally of(Selection selection, boolean onlyRelated) {
    TableTally tally = new TableTally(onlyRelated);
    try (Stream<Node> nodes = selection.nodes();
        Stream<Edge> edges = selection.edges()) {
      edges.forEach(tally::count);
      nodes.filter(tally::isListed).forEach(tally::count);
    }
    return tally;
  }

  private void count(Node node) {
    empty = false;
    switch (node) {
      case Node.Present present -> {
        objects++;
        health.merge(present.health().status(), 1, Integer::sum);
      }
      case Node.Ghost ghost -> ghosts.add(ghost.id());
      case Node.Outside _ -> {}
    }
  }

  private void count(Edge edge) {
    edges++;
    if (onlyRelated) {
      related.add(edge.source());
      related.add(edge.target());
    }
    if (!isBroken(edge)) {
      return;
    }
    brokenCount++;
    if (edge.state() == EdgeState.MISSING) {
      needed.add(edge.target());
      needed.add(edge.source());
    }
    if (broken.size() < MOST_NAMED) {
      broken.add(edge);
    }
  }

  static boolean isBroken(Edge edge) {
    return switch (edge.state()) {
      case RESOLVED, UNKNOWN -> false;
      case DENIED, STALE -> true;
      case MISSING -> !edge.optional();
    };
  }

  /// Whether no object has a line.
  boolean isEmpty() {
    return empty;
  }

  /// Whether the object has a line of its own.
  boolean isListed(Node node) {
    return !onlyRelated || related.contains(node.id());
  }

  /// Whether nothing is there but the name that somebody else has for it.
  boolean isGhost(ResourceId id) {
    return ghosts.contains(id);
  }

  /// Whether something that is not there is missed by anything that cannot do without.
  boolean isNeeded(ResourceId ghost) {
    return needed.contains(ghost);
  }

  /// The first edges that lack what they need.
  List<Edge> broken() {
    return broken;
  }

  /// How many such edges there are beyond the first.
  int moreBroken() {
    return brokenCount - broken.size();
  }

  /// One line: `1,016 objects, 2,503 relations: 3 failed, 5 degraded`.
  String summary() {
    String ill =
        TOLD.stream()
            .filter(health::containsKey)
            .map(status -> number(health.getOrDefault(status, 0)) + " " + status.text())
            .collect(Collectors.joining(", "));
    return Counted.of(objects, "object")
        + ", "
        + Counted.of(edges, "relation")
        + (ill.isEmpty() ? "" : ": " + ill);
  }

  static String text(EdgeState state) {
    return state.text().toUpperCase(Locale.ROOT);
  }

  private static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
