package io.kubilitics.layout.street;

import io.kubilitics.layout.BlockName;
import io.kubilitics.layout.BlockPlan;
import io.kubilitics.layout.CardPlan;
import io.kubilitics.layout.FramePlan;
import io.kubilitics.layout.Plan;
import io.kubilitics.model.Rect;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.topology.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a map shows as tiles at one level, in the order of the plan: its frames, or the blocks of
/// its frames. The cluster band is one tile at every level. Immutable.
final class Tiles {
  static final int NONE = -1;

  private final Plan plan;
  private final boolean frames;
  private final List<String> keys = new ArrayList<>();
  private final List<Rect> rects = new ArrayList<>();

  /// @param level whose tiles are meant; those below [Level#APPS] are the same as there
  /// @param network as far as the viewer may see it
  Tiles(Plan plan, Level level, Network network) {
    this.plan = plan;
    frames = level == Level.NAMESPACES;
    for (FramePlan frame : plan.frames()) {
      if (isWhole(frame)) {
        keys.add(frame.key());
        rects.add(frame.rect());
        continue;
      }
      for (BlockPlan block : frame.blocks()) {
        keys.add(frame.key() + "\n" + BlockName.key(block, network));
        rects.add(block.slot().plus(frame.rect().x(), frame.rect().y()));
      }
    }
  }

  private boolean isWhole(FramePlan frame) {
    return frames || frame.type() == Frame.Type.CLUSTER;
  }

  List<Rect> rects() {
    return rects;
  }

  /// As a street names it.
  String key(int tile) {
    return keys.get(tile);
  }

  /// The tile of each node by handle, or [#NONE].
  int[] byHandle(Network network) {
    int[] tiles = new int[network.limit()];
    Arrays.fill(tiles, NONE);
    int tile = 0;
    for (FramePlan frame : plan.frames()) {
      for (BlockPlan block : frame.blocks()) {
        for (CardPlan card : block.cards()) {
          mark(card, tile, network, tiles);
        }
        tile += isWhole(frame) ? 0 : 1;
      }
      tile += isWhole(frame) ? 1 : 0;
    }
    return tiles;
  }

  private static void mark(CardPlan card, int tile, Network network, int[] tiles) {
    mark(card.id(), tile, network, tiles);
    for (ResourceId id : card.cells().values()) {
      mark(id, tile, network, tiles);
    }
    for (ResourceId id : card.generations()) {
      mark(id, tile, network, tiles);
    }
    for (ResourceId id : card.folded()) {
      mark(id, tile, network, tiles);
    }
  }

  private static void mark(ResourceId id, int tile, Network network, int[] tiles) {
    int handle = network.find(id);
    if (handle != Network.NOBODY) {
      tiles[handle] = tile;
    }
  }
}
