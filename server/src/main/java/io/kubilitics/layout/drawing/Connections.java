package io.kubilitics.layout.drawing;

import io.kubilitics.model.EdgeState;
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

/// Every edge between nodes that are seen, counted by what becomes of it; of the census of one
/// block those that leave it. Those of hidden relations do not count.
final class Connections {
  private final Sight sight;
  private final Census census;
  private final DrawnLines lines;
  private final RelationType[] types;
  private final int[] all;
  private final int[] lineless;
  private final Map<Category, Integer> categories = new EnumMap<>(Category.class);
  private int inside;
  private int homeless;

  /// @param lines are told of their edges
  Connections(Sight sight, Census census, DrawnLines lines) {
    this.sight = sight;
    this.census = census;
    this.lines = lines;
    Network network = sight.network();
    types = new RelationType[network.relations()];
    for (int number = 0; number < types.length; number++) {
      types[number] = network.relation(number);
    }
    all = new int[types.length];
    lineless = new int[types.length];
    census
        .handles()
        .forEach(handle -> {
          Node node = sight.node(handle);
          if (node != null) {
            count(handle, node);
          }
        });
    for (int number = 0; number < types.length; number++) {
      if (all[number] > 0) {
        categories.merge(types[number].category(), all[number], Integer::sum);
      }
    }
  }

  private void count(int handle, Node node) {
    if (node instanceof Node.Present && census.card(handle) == Census.NOWHERE) {
      homeless++;
    }
    sight.network().forEachOut(handle, (relation, target) -> count(handle, relation, target));
  }

  private void count(int source, int number, int target) {
    RelationType type = types[number];
    Node end = sight.node(target);
    if (type.hidden() || end == null) {
      return;
    }
    if (type.byTarget().isEmpty()) {
      all[number]++;
    } else {
      categories.merge(type.category(end.id().kind()), 1, Integer::sum);
    }
    int from = census.card(source);
    int to = census.card(target);
    if (from != Census.NOWHERE && from == to) {
      inside++;
    } else if (!isLined(source, number, target, end)) {
      lineless[number]++;
    }
  }

  private boolean isLined(int source, int number, int target, Node end) {
    RelationType type = types[number];
    int from = census.card(source);
    int to = census.card(target);
    if (type.layout() != Layout.CORE || !lines.mayJoin(from, to)) {
      return false;
    }
    DrawnLines.@Nullable Line line = lines.between(from, to, type.category(end.id().kind()));
    if (line != null) {
      int nearness = (census.hasOwnCard(source) ? 1 : 0) + (census.hasOwnCard(target) ? 1 : 0);
      boolean isGuess = sight.network().inferred(source, number, target);
      EdgeState state = sight.network().state(source, number, target);
      line.add(type.relation(), state, isGuess, nearness);
    }
    return line != null;
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
        relations.put(types[number].relation(), lineless[number]);
      }
    }
    return relations;
  }

  /// Those within one card: told by what stands inside what.
  int inside() {
    return inside;
  }

  /// How many objects the plan has no place for.
  int homeless() {
    return homeless;
  }
}
