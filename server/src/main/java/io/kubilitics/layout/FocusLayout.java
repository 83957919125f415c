package io.kubilitics.layout;

import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.outline.BlockOutline;
import io.kubilitics.layout.outline.Outliner;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.FramePlan;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.layout.slot.Cells;
import io.kubilitics.model.Rect;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.topology.Focus;
import io.kubilitics.topology.Network;
import java.util.List;
import java.util.Map;

/// The surroundings of one object in one block, whatever frames its neighbours stand in: a pure
/// function of the nodes and edges.
///
/// @param plan one frame with one block
/// @param network what is in it
/// @param beyond how many nodes are one relation away from what is in it
public record FocusLayout(Plan plan, Network network, int beyond) {
  /// Of more neighbours the nearest are shown, the first by id of those that are equally near.
  public static final int MOST_NODES = 300;

  private static final String KEY = "~focus";

  /// Lays out what is around an object.
  ///
  /// @param focus of something that is in the network
  /// @param revision of the topology the network is of
  /// @throws IllegalArgumentException when it is not in the network
  public static FocusLayout of(
      Network network, Focus focus, long revision, BlockLayouts blockLayouts) {
    FocusWalk walk = FocusWalk.from(network, focus, MOST_NODES);
    Network near = network.only(walk.handles());
    BlockOutline outline = new Outliner().one(near, walk.ids(), focus.id().name());
    BlockDraft draft = BlockDraft.of(outline, Map.of(), Cells.NONE);
    BlockPlan block =
        draft.isGrid() ? draft.laidOut() : draft.laidOut(blockLayouts.lay(draft.graph()));
    BlockPlan placed = block.at(block.slot().plus(FrameLayout.PAD, FrameLayout.TITLE));
    Rect rect =
        new Rect(
            0,
            0,
            placed.slot().width() + 2 * FrameLayout.PAD,
            placed.slot().height() + FrameLayout.PAD + FrameLayout.TITLE);
    FramePlan frame =
        new FramePlan(KEY, Frame.Type.GROUP, title(focus.id()), rect, List.of(placed));
    Plan plan = new Plan(Arrangement.NONE, revision, 1, rect, List.of(frame));
    return new FocusLayout(plan, near, walk.beyond());
  }

  private static String title(ResourceId id) {
    String place = id.namespace().isEmpty() ? "" : id.namespace() + "/";
    return "Around " + id.kind().name() + " " + place + id.name();
  }
}
