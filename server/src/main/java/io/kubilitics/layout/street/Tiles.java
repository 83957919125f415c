package io.kubilitics.layout.street;

import io.kubilitics.layout.plan.BlockName;
import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.CardPlan;
import io.kubilitics.layout.plan.DistrictName;
import io.kubilitics.layout.plan.FramePlan;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.layout.plan.Plan.District;
import io.kubilitics.model.Rect;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.topology.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a map shows as tiles at one level, in the order of the plan: its frames or districts, or
/// the blocks of its frames. The cluster band is one tile at every level. Immutable.
final class Tiles {
  static final int NONE = -1;

  private final Plan plan;
  private final Level level;
  private final Map<String, District> districts = new HashMap<>();
  private final Map<String, String> districtNames;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> keys = new ArrayList<>();
  private final List<Rect> rects = new ArrayList<>();

  /// @param level whose tiles are meant; those below [Level#APPS] are the same as there
  /// @param network as far as the viewer may see it
  Tiles(Plan plan, Level level, Network network) {
    this.plan = plan;
    this.level = level;
    districtNames = DistrictName.of(plan, network);
    for (District district : plan.districts()) {
      district.frames().forEach(frame -> districts.put(frame, district));
    }
    for (FramePlan frame : plan.frames()) {
      if (isWhole(frame)) {
        District district = districtOf(frame);
        add(keyOf(frame), district == null ? frame.rect() : district.rect());
        continue;
      }
      for (BlockPlan block : frame.blocks()) {
        add(
            frame.key() + "\n" + BlockName.key(block, network),
            block.slot().plus(frame.rect().x(), frame.rect().y()));
      }
    }
  }

  private void add(String key, Rect rect) {
    if (numbers.putIfAbsent(key, keys.size()) == null) {
      keys.add(key);
      rects.add(rect);
    }
  }

  private boolean isWhole(FramePlan frame) {
    return level == Level.NAMESPACES || frame.type() == Frame.Type.CLUSTER;
  }

  /// Districts are tiles only where frames are.
  private @Nullable District districtOf(FramePlan frame) {
    return level == Level.NAMESPACES ? districts.get(frame.key()) : null;
  }

  private String keyOf(FramePlan frame) {
    District district = districtOf(frame);
    return district == null
        ? frame.key()
        : districtNames.getOrDefault(district.key(), district.key());
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
    for (FramePlan frame : plan.frames()) {
      for (BlockPlan block : frame.blocks()) {
        String key =
            isWhole(frame) ? keyOf(frame) : frame.key() + "\n" + BlockName.key(block, network);
        int tile = numbers.getOrDefault(key, NONE);
        for (CardPlan card : block.cards()) {
          card.objects().forEach(id -> mark(id, tile, network, tiles));
        }
      }
    }
    return tiles;
  }

  private static void mark(ResourceId id, int tile, Network network, int[] tiles) {
    int handle = network.find(id);
    if (handle != Network.NOBODY) {
      tiles[handle] = tile;
    }
  }
}
