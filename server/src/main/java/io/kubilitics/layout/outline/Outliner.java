package io.kubilitics.layout.outline;

import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.CardShape;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Makes the blocks of one frame. One thread; reuses its tables from call to call.
public final class Outliner {
  /// Key of the block of what several apps use.
  public static final String SHARED_KEY = "~shared";

  /// Key of the block of what has no relations.
  public static final String LOOSE_KEY = "~loose";

  private final Scratch scratch = new Scratch();

  /// Blocks around workloads, with what belongs to each.
  ///
  /// @param members those that the network does not know are left out
  /// @return by type, then natural order of the titles
  public List<BlockOutline> apps(Network network, Members members) {
    LocalGraph graph = LocalGraph.of(network, members, scratch);
    CardGraph cards = new CardGraph(graph, Folding.of(graph));
    return new AppBlocks(cards).blocks();
  }

  /// Whether two states of a node make the same outline as long as their edges are the same.
  public static boolean isSame(Node before, Node now) {
    return switch (now) {
      case Node.Present present ->
          before instanceof Node.Present former
              && Objects.equals(Apps.label(former), Apps.label(present))
              && GenerationOrder.NEWEST_FIRST.compare(former, present) == 0;
      case Node.Ghost _ -> before instanceof Node.Ghost;
      case Node.Outside _ -> before instanceof Node.Outside;
    };
  }

  /// Blocks of one kind each, every object in a card of its own, without lines.
  public List<BlockOutline> kinds(Network network, Members members) {
    Map<Kind, List<ResourceId>> byKind = new HashMap<>();
    for (int place = 0; place < members.size(); place++) {
      if (members.handle(place, network) != Network.NOBODY) {
        ResourceId id = members.id(place);
        byKind.computeIfAbsent(id.kind(), _ -> new ArrayList<>()).add(id);
      }
    }
    return byKind.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<Kind, ?> entry) -> KindRank.of(entry.getKey()))
                .thenComparing(Map.Entry::getKey))
        .map(entry -> ofKind(entry.getKey(), entry.getValue()))
        .toList();
  }

  /// Everything in one block, whatever apps there are: for what was picked by hand.
  ///
  /// @param title of the block
  public BlockOutline one(Network network, Collection<ResourceId> members, String title) {
    LocalGraph graph = LocalGraph.of(network, Members.of(members), scratch);
    CardGraph cards = new CardGraph(graph, Folding.of(graph));
    return new AppBlocks(cards).oneBlock(title);
  }

  private static BlockOutline ofKind(Kind kind, List<ResourceId> ids) {
    List<CardOutline> cards =
        ids.stream()
            .sorted(FixedOrder.BY_NAME)
            .map(
                id -> new CardOutline(id, CardShape.SIMPLE, false, List.of(), List.of(), List.of()))
            .toList();
    return new BlockOutline("~" + kind, Block.Type.KIND, kind.name(), List.of(), cards, List.of());
  }
}
