package io.kubilitics.layout.outline;

import io.kubilitics.layout.plan.RoutePlan.Ends;
import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.drawing.Route;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Gathers the edges between cards into lines: one for each category between two cards.
final class Lines {
  private static final int CATEGORIES = Category.values().length;

  private final CardGraph cards;
  private final LocalGraph graph;

  Lines(CardGraph cards) {
    this.cards = cards;
    this.graph = cards.graph();
  }

  /// The lines between the cards of one block.
  ///
  /// @param members the cards by their place in the block
  /// @param places the place of each card of the frame; only those of members are looked at
  List<LineOutline> between(List<Integer> members, int[] places, int[] blocks, int block) {
    List<LineOutline> lines = new ArrayList<>();
    for (int place = 0; place < members.size(); place++) {
      int source = place;
      List<int[]> found = new ArrayList<>();
      cards.forEachOut(
          members.get(place),
          edge -> {
            int target = cards.target(edge);
            if (blocks[target] == block) {
              found.add(new int[] {places[target] * CATEGORIES + number(category(edge)), edge});
            }
          });
      found.sort(Comparator.comparingInt(pair -> pair[0]));
      for (int from = 0; from < found.size(); ) {
        int key = found.get(from)[0];
        int to = from;
        while (to < found.size() && found.get(to)[0] == key) {
          to++;
        }
        int[] edges = found.subList(from, to).stream().mapToInt(pair -> pair[1]).toArray();
        lines.add(line(source, key / CATEGORIES, edges));
        from = to;
      }
    }
    return lines;
  }

  private LineOutline line(int source, int target, int[] edges) {
    if (edges.length == 1) {
      return new LineOutline(source, target, category(edges[0]), 1, List.of(ends(edges[0])));
    }
    int[] direct = Arrays.stream(edges).filter(this::isBetweenCards).toArray();
    int[] shown = direct.length > 0 ? direct : edges;
    List<Ends> ends =
        Arrays.stream(shown)
            .mapToObj(this::ends)
            .sorted(
                Comparator.comparing(Ends::source)
                    .thenComparing(Ends::target)
                    .thenComparing(Ends::relation))
            .limit(Route.NAMED)
            .toList();
    return new LineOutline(source, target, category(edges[0]), edges.length, ends);
  }

  private boolean isBetweenCards(int edge) {
    return cards.isCard(graph.source(edge)) && cards.isCard(graph.target(edge));
  }

  private Ends ends(int edge) {
    return new Ends(
        graph.id(graph.source(edge)),
        graph.relation(edge).relation(),
        graph.id(graph.target(edge)));
  }

  private Category category(int edge) {
    return graph.relation(edge).category(graph.id(graph.target(edge)).kind());
  }

  private static int number(Category category) {
    return Arrays.binarySearch(Category.values(), category);
  }
}
