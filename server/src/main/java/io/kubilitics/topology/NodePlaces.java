package io.kubilitics.topology;

import io.kubilitics.model.Edge;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.NodeNeeds;
import io.kubilitics.model.NodeNeeds.Choice;
import io.kubilitics.model.NodeNeeds.Term;
import io.kubilitics.model.NodeNeeds.Toleration;
import io.kubilitics.model.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which Nodes of one revision meet the needs of Pods. Used by one thread for one answer; equal
/// needs are looked at once.
final class NodePlaces {
  private static final Kind NODE = Kind.core("Node");

  private final GraphTables tables;
  private final Effort effort;
  private final Map<NodeNeeds, int[]> found = new HashMap<>();
  private int @Nullable [] nodes;

  NodePlaces(GraphTables tables, Effort effort) {
    this.tables = tables;
    this.effort = effort;
  }

  /// The handles of the Nodes, ascending.
  int[] meeting(NodeNeeds needs) {
    int[] known = found.get(needs);
    if (known != null) {
      return known;
    }
    Ints meeting = new Ints();
    for (int handle : nodes()) {
      if (meets(needs, handle)) {
        meeting.add(handle);
      }
    }
    int[] handles = meeting.toArray();
    effort.remember(handles.length);
    found.put(needs, handles);
    return handles;
  }

  private int[] nodes() {
    if (nodes == null) {
      Ints all = new Ints();
      for (int handle = 0; handle < tables.limit(); handle++) {
        if (node(handle) != null) {
          all.add(handle);
        }
      }
      nodes = all.toArray();
    }
    return nodes;
  }

  private @Nullable Resource node(int handle) {
    return tables.nodes().get(handle) instanceof Node.Present present
            && present.id().kind().equals(NODE)
        ? present.resource()
        : null;
  }

  boolean meets(NodeNeeds needs, int handle) {
    effort.test();
    return matches(needs, handle);
  }

  /// The same for a Node that was found before.
  boolean matches(NodeNeeds needs, int handle) {
    Resource node = node(handle);
    if (node == null) {
      return false;
    }
    for (Choice choice : needs.choices()) {
      if (choice.firstMet(node.id().name(), node.labels()) == null) {
        return false;
      }
    }
    for (int index = 0; index < node.factCount(); index++) {
      if (node.fact(index) instanceof Fact.Repels repels
          && needs.firstFor(repels.taint()) == null) {
        return false;
      }
    }
    return true;
  }

  /// Why a node that meets the needs does: the alternatives that it meets, and each taint with what
  /// tolerates it. Where nothing depends on the node, what the needs were read from.
  List<Edge.Reading> why(Fact.Places places, int handle) {
    List<Edge.Reading> readings = new ArrayList<>();
    Resource node = node(handle);
    if (node == null) {
      return readings;
    }
    for (Choice choice : places.needs().choices()) {
      Term term = choice.firstMet(node.id().name(), node.labels());
      if (term != null) {
        readings.add(new Edge.Reading(term.evidence(), Edge.End.SOURCE));
      }
    }
    for (int index = 0; index < node.factCount(); index++) {
      if (node.fact(index) instanceof Fact.Repels repels) {
        Toleration toleration = places.needs().firstFor(repels.taint());
        if (toleration != null) {
          readings.add(new Edge.Reading(toleration.evidence(), Edge.End.SOURCE));
          readings.add(new Edge.Reading(repels.evidence(), Edge.End.TARGET));
        }
      }
    }
    if (readings.isEmpty()) {
      readings.add(new Edge.Reading(places.evidence(), Edge.End.SOURCE));
    }
    return readings;
  }
}
