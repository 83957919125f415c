package io.kubilitics.topology;

import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.store.IdIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The topology as the engine publishes it.
///
/// @param kinds the least that is known of each kind of which something was said
/// @param others what is known of every other kind
record Revision(long revision, GraphTables tables, Map<Kind, KindState> kinds, KindState others)
    implements Topology {
  static final Revision EMPTY =
      new Revision(0, GraphTables.empty(), Map.of(), KindState.ofAnyOther(Knowledge.SYNCING));

  @Override
  public boolean knows(Kind kind) {
    return knowledge(kind).provesAbsence();
  }

  private Knowledge knowledge(Kind kind) {
    return kinds.getOrDefault(kind, others).knowledge();
  }

  @Override
  public Optional<Set<Kind>> unknownKinds() {
    if (!others.knowledge().isComplete()) {
      return Optional.empty();
    }
    Set<Kind> unknown = new TreeSet<>(kinds.keySet());
    unknown.removeIf(kind -> knowledge(kind).isComplete());
    return Optional.of(unknown);
  }

  @Override
  public List<KindState> knowledge() {
    List<KindState> states = new ArrayList<>(new TreeMap<>(kinds).values());
    states.add(others);
    return List.copyOf(states);
  }

  @Override
  public int nodeCount(Viewer viewer) {
    return viewer.equals(Viewer.EVERYTHING)
        ? tables.shown()
        : select(TopologyQuery.ALL, viewer).nodeCount();
  }

  @Override
  public int edgeCount(Viewer viewer) {
    return viewer.equals(Viewer.EVERYTHING)
        ? tables.edges()
        : select(TopologyQuery.ALL, viewer).edgeCount();
  }

  @Override
  public Optional<Node> node(ResourceId id, Viewer viewer) {
    if (!viewer.maySee(id.kind(), id.namespace())) {
      return Optional.empty();
    }
    int handle = tables.find(id);
    return handle == IdIndex.NOT_FOUND
        ? Optional.empty()
        : Optional.ofNullable(tables.shown(handle));
  }

  @Override
  public Network network(Viewer viewer) {
    return new VisibleNetwork(tables, viewer);
  }

  @Override
  public Selection select(TopologyQuery query, Viewer viewer) {
    return new Filter(this, query, viewer).select();
  }
}
