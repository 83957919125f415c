package io.kubilitics.layout.drawing;

import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationType;
import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.RelationType.Layout;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Every edge between nodes that are seen, counted by what becomes of it. Those of hidden relations
/// do not count.
final class Connections {
  private final Sight sight;
  private final Census census;
  private final DrawnLines lines;
  private final Map<Category, Integer> categories = new EnumMap<>(Category.class);
  private final int[] lineless;
  private int inside;
  private int hidden;
  private int homeless;

  /// @param lines are told of their edges
  Connections(Sight sight, Census census, DrawnLines lines) {
    this.sight = sight;
    this.census = census;
    this.lines = lines;
    Network network = sight.network();
    lineless = new int[network.relations()];
    for (int handle = 0; handle < network.limit(); handle++) {
      Node node = network.node(handle);
      if (node != null) {
        count(handle, node);
      }
    }
  }

  private void count(int handle, Node node) {
    boolean isObject = node instanceof Node.Present;
    if (!sight.passes(node)) {
      hidden += isObject ? 1 : 0;
      return;
    }
    if (isObject && census.card(handle) == Census.NOWHERE) {
      homeless++;
    }
    sight.network().forEachOut(handle, (relation, target) -> count(handle, relation, target));
  }

  private void count(int source, int number, int target) {
    RelationType type = sight.network().relation(number);
    Node end = sight.node(target);
    if (type.hidden() || end == null) {
      return;
    }
    Category category = type.category(end.id().kind());
    categories.merge(category, 1, Integer::sum);
    int from = census.card(source);
    int to = census.card(target);
    if (from != Census.NOWHERE && from == to) {
      inside++;
      return;
    }
    DrawnLines.@Nullable Line line =
        type.layout() == Layout.CORE ? lines.between(from, to, category) : null;
    if (line == null) {
      lineless[number]++;
    } else {
      line.add(sight.network().state(source, number, target));
    }
  }

  /// All, by category.
  Map<Category, Integer> categories() {
    return categories;
  }

  /// Those without a line, by relation: hub relations, what leads from block to block, and what
  /// found no way.
  SortedMap<Relation, Integer> lineless() {
    SortedMap<Relation, Integer> relations = new TreeMap<>();
    for (int number = 0; number < lineless.length; number++) {
      if (lineless[number] > 0) {
        relations.put(sight.network().relation(number).relation(), lineless[number]);
      }
    }
    return relations;
  }

  /// Those within one card: told by what stands inside what.
  int inside() {
    return inside;
  }

  /// How many objects the filter refuses.
  int hidden() {
    return hidden;
  }

  /// How many objects the plan has no place for.
  int homeless() {
    return homeless;
  }
}
