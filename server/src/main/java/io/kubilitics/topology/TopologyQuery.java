package io.kubilitics.topology;

import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.Relation;
import java.util.Optional;
import java.util.Set;

/// Which part of a topology is wanted. Each filter that is not empty must hold for an object to be
/// in; an edge is in when both its ends are. Ghosts and synthetic nodes are in with an edge from an
/// object that is. With a focus only what its walk reaches is in, and the walk crosses only what
/// the filters let through.
///
/// @param namespaces empty: all, with the cluster-scoped objects. Otherwise objects of these
///   namespaces, and what they have relations with elsewhere
/// @param kinds empty: all
/// @param relations empty: all that are not hidden; otherwise these, hidden or not
/// @param labels must match
/// @param health empty: any
public record TopologyQuery(
    Set<String> namespaces,
    Set<Kind> kinds,
    Set<Relation> relations,
    LabelSelector labels,
    Set<Health.Status> health,
    Optional<Focus> focus) {
  public static final TopologyQuery ALL =
      new TopologyQuery(
          Set.of(), Set.of(), Set.of(), LabelSelector.EVERYTHING, Set.of(), Optional.empty());

  public TopologyQuery {
    namespaces = Set.copyOf(namespaces);
    kinds = Set.copyOf(kinds);
    relations = Set.copyOf(relations);
    health = Set.copyOf(health);
  }
}
