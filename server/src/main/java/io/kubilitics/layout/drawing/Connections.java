package io.kubilitics.layout.drawing;

import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationType;
import io.kubilitics.model.RelationType.Category;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Every edge between nodes that are seen, counted by what becomes of it. Those of hidden relations
/// do not count.
final class Connections {
  private final Sight sight;
  private final Census census;
  private final Map<Category, Integer> categories = new EnumMap<>(Category.class);
  private final SortedMap<Relation, Integer> leaving = new TreeMap<>();
  private int inside;
  private int within;
  private int hidden;

  Connections(Sight sight, Census census) {
    this.sight = sight;
    this.census = census;
    Network network = sight.network();
    for (int handle = 0; handle < network.limit(); handle++) {
      Node node = network.node(handle);
      if (node != null && !sight.passes(node)) {
        hidden += node instanceof Node.Present ? 1 : 0;
      } else if (node != null) {
        int source = handle;
        network.forEachOut(source, (relation, target) -> count(source, relation, target));
      }
    }
  }

  private void count(int source, int number, int target) {
    RelationType type = sight.network().relation(number);
    Node end = sight.node(target);
    if (type.hidden() || end == null) {
      return;
    }
    categories.merge(type.category(end.id().kind()), 1, Integer::sum);
    int from = census.card(source);
    int to = census.card(target);
    if (from != Census.NOWHERE && from == to) {
      inside++;
    } else if (census.block(from) != Census.NOWHERE && census.block(from) == census.block(to)) {
      within++;
    } else {
      leaving.merge(type.relation(), 1, Integer::sum);
    }
  }

  /// All, by category.
  Map<Category, Integer> categories() {
    return categories;
  }

  /// From one block to another, or to what has no place.
  SortedMap<Relation, Integer> leaving() {
    return leaving;
  }

  /// Both ends in one card: told by what stands inside what.
  int inside() {
    return inside;
  }

  /// From card to card of one block.
  int within() {
    return within;
  }

  /// How many objects the filter refuses.
  int hidden() {
    return hidden;
  }
}
