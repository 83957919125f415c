package io.kubilitics.layout.outline;

import io.kubilitics.model.NaturalOrder;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.CardShape;
import io.kubilitics.topology.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Divides the cards of a frame into blocks.
final class AppBlocks {
  private static final int NO_BLOCK = -1;

  private final CardGraph cards;
  private final LocalGraph graph;
  private final List<List<Integer>> folded = new ArrayList<>();

  AppBlocks(CardGraph cards) {
    this.cards = cards;
    this.graph = cards.graph();
    for (int number = 0; number < graph.size(); number++) {
      folded.add(List.of());
    }
    for (int number = 0; number < graph.size(); number++) {
      if (!cards.isCard(number)) {
        int card = cards.folding().card(number);
        if (folded.get(card).isEmpty()) {
          folded.set(card, new ArrayList<>());
        }
        folded.get(card).add(number);
      }
    }
  }

  List<BlockOutline> blocks() {
    Apps apps = new Apps(cards);
    Reach reach = new Reach(cards, apps);
    Union islands = islands(reach);
    int[] groups = new int[graph.size()];
    Arrays.fill(groups, NO_BLOCK);
    List<List<Integer>> byApp = new ArrayList<>();
    List<List<Integer>> byIsland = new ArrayList<>();
    List<Integer> shared = new ArrayList<>();
    List<Integer> loose = new ArrayList<>();
    int[] listOf = new int[graph.size()];
    Arrays.fill(listOf, NO_BLOCK);
    for (int card = 0; card < graph.size(); card++) {
      if (!cards.isCard(card)) {
        continue;
      }
      int app = reach.of(card);
      if (app == Reach.SHARED) {
        shared.add(card);
      } else if (app != Reach.NONE) {
        if (isAlone(card, app, apps)) {
          loose.add(card);
        } else {
          list(byApp, listOf, app).add(card);
        }
      } else if (islands.size(card) > 1) {
        list(byIsland, listOf, islands.find(card)).add(card);
      } else {
        loose.add(card);
      }
    }
    List<BlockOutline> blocks = new ArrayList<>();
    Lines lines = new Lines(cards);
    int[] places = new int[graph.size()];
    for (List<Integer> members : byApp) {
      blocks.add(app(members, apps, lines, places, groups, blocks.size()));
    }
    for (List<Integer> members : byIsland) {
      blocks.add(island(members, lines, places, groups, blocks.size()));
    }
    if (!shared.isEmpty()) {
      blocks.add(grid(Outliner.SHARED_KEY, Block.Type.SHARED, "Shared", shared));
    }
    if (!loose.isEmpty()) {
      blocks.add(grid(Outliner.LOOSE_KEY, Block.Type.LOOSE, "Without lines", loose));
    }
    blocks.sort(
        Comparator.comparing(BlockOutline::type)
            .thenComparing(BlockOutline::title, NaturalOrder.INSTANCE)
            .thenComparing(BlockOutline::key));
    return blocks;
  }

  BlockOutline oneBlock(String title) {
    List<Integer> members = new ArrayList<>();
    for (int card = 0; card < graph.size(); card++) {
      if (cards.isCard(card)) {
        members.add(card);
      }
    }
    int[] groups = new int[graph.size()];
    Arrays.fill(groups, NO_BLOCK);
    return block(
        "~focus",
        Block.Type.APP,
        title,
        roots(members),
        members,
        new Lines(cards),
        new int[graph.size()],
        groups,
        0);
  }

  /// A Pod that nobody runs and that has nothing to do with anything is no app.
  private boolean isAlone(int card, int app, Apps apps) {
    return cards.isRoot(card)
        && !cards.folding().shape(card).hasCells()
        && !cards.hasEdges(card)
        && apps.of(card) == app;
  }

  /// Cards without an app that hang together.
  private Union islands(Reach reach) {
    Union islands = new Union(graph.size());
    for (int edge = 0; edge < graph.edges(); edge++) {
      int source = cards.source(edge);
      int target = cards.target(edge);
      if (reach.of(source) == Reach.NONE && reach.of(target) == Reach.NONE) {
        islands.join(source, target);
      }
    }
    return islands;
  }

  private static List<Integer> list(List<List<Integer>> lists, int[] listOf, int group) {
    if (listOf[group] == NO_BLOCK) {
      listOf[group] = lists.size();
      lists.add(new ArrayList<>());
    }
    return lists.get(listOf[group]);
  }

  private BlockOutline app(
      List<Integer> members, Apps apps, Lines lines, int[] places, int[] groups, int block) {
    List<ResourceId> roots = roots(members);
    int root = members.stream().filter(cards::isRoot).findFirst().orElseThrow();
    String partOf = apps.partOf(root);
    String joinedBy = apps.joinedBy(root);
    String title =
        !partOf.isEmpty() ? partOf : roots.size() > 1 ? joinedBy : roots.getFirst().name();
    String key = partOf.isEmpty() ? roots.getFirst().toString() : "~app " + partOf;
    return block(key, Block.Type.APP, title, roots, members, lines, places, groups, block);
  }

  private BlockOutline island(
      List<Integer> members, Lines lines, int[] places, int[] groups, int block) {
    ResourceId first = members.stream().map(graph::id).min(FixedOrder.BY_KIND).orElseThrow();
    return block(
        first.toString(),
        Block.Type.ISLAND,
        first.name(),
        List.of(),
        members,
        lines,
        places,
        groups,
        block);
  }

  private BlockOutline block(
      String key,
      Block.Type type,
      String title,
      List<ResourceId> roots,
      List<Integer> members,
      Lines lines,
      int[] places,
      int[] groups,
      int block) {
    members.sort(graph::compare);
    for (int place = 0; place < members.size(); place++) {
      places[members.get(place)] = place;
      groups[members.get(place)] = block;
    }
    return new BlockOutline(
        key,
        type,
        title,
        roots,
        members.stream().map(card -> card(card, cards.folding().shape(card))).toList(),
        lines.between(members, places, groups, block));
  }

  private BlockOutline grid(String key, Block.Type type, String title, List<Integer> members) {
    members.sort(graph::compare);
    return new BlockOutline(
        key,
        type,
        title,
        List.of(),
        members.stream()
            .map(card -> card(card, type == Block.Type.LOOSE ? CardShape.ROW : CardShape.SIMPLE))
            .toList(),
        List.of());
  }

  private List<ResourceId> roots(List<Integer> members) {
    return members.stream()
        .filter(cards::isRoot)
        .map(graph::id)
        .sorted(FixedOrder.BY_KIND)
        .toList();
  }

  private CardOutline card(int card, CardShape shape) {
    List<Integer> inside = folded.get(card);
    if (inside.isEmpty()) {
      return new CardOutline(
          graph.id(card), shape, cards.folding().surges(card), List.of(), List.of(), List.of());
    }
    List<ResourceId> pods = new ArrayList<>();
    List<Node> generations = new ArrayList<>();
    List<ResourceId> rest = new ArrayList<>();
    for (int number : inside) {
      switch (cards.folding().role(number)) {
        case POD -> pods.add(graph.id(number));
        case GENERATION -> generations.add(graph.node(number));
        case FOLDED -> rest.add(graph.id(number));
        case CARD -> throw new IllegalStateException("a card in a card: " + graph.id(number));
      }
    }
    pods.sort(null);
    generations.sort(GenerationOrder.NEWEST_FIRST);
    rest.sort(null);
    return new CardOutline(
        graph.id(card),
        shape,
        cards.folding().surges(card),
        pods,
        generations.stream().map(Node::id).toList(),
        rest);
  }
}
