package io.kubilitics.layout.drawing;

import io.kubilitics.layout.plan.Plan;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.model.drawing.Street;
import io.kubilitics.topology.Network;
import java.util.ArrayList;
import java.util.List;

/// Makes of places what is painted there. Stateless: equal input gives equal drawings; may be used
/// by any thread.
public final class Composer {
  private Composer() {}

  /// One cluster. What the network does not have is not drawn, whatever the plan says: it is gone,
  /// or not for this viewer.
  ///
  /// @param network of the revision the plan was made from, or of one close to it
  /// @param streets traffic from tile to tile
  public static Region compose(Plan plan, Network network, Shown shown, List<Street> streets) {
    return compose(Inventory.of(plan, network, shown), shown, streets);
  }

  /// The same for what is counted already.
  ///
  /// @param shown with the filter, the gaps and the appearance that were counted with
  public static Region compose(Inventory inventory, Shown shown, List<Street> streets) {
    Plan plan = inventory.plan();
    Census census = inventory.census();
    Sight sight = inventory.sight(shown);
    Gaps gaps = new Gaps(shown.gaps());
    FrameComposer composer = new FrameComposer(sight, inventory.lines(), gaps);
    List<Frame> frames = new ArrayList<>();
    for (int at = 0; at < plan.frames().size(); at++) {
      Frame drawn = composer.frame(plan.frames().get(at), census.frames().get(at));
      if (drawn != null) {
        frames.add(drawn);
      }
    }
    return new Region(
        shown.cluster(),
        plan.revision(),
        plan.epoch(),
        shown.asOf(),
        plan.arrangement().text(),
        plan.bounds(),
        shown.filters(),
        Notes.of(shown.level(), inventory.sums(), gaps),
        gaps.isComplete(),
        census.everything(),
        inventory.connections().categories(),
        shown.level() == Level.NAMESPACES && !plan.districts().isEmpty()
            ? new DistrictComposer().joined(plan, sight.network(), frames)
            : frames,
        streets);
  }
}
