package io.kubilitics.layout.drawing;

import io.kubilitics.layout.plan.Plan;
import io.kubilitics.topology.Network;

/// Everything of a plan, counted for one viewer and one filter: what drawings of it have in common,
/// whatever their level and window. Made once for each revision it spares every further drawing of
/// it most of the work. Immutable; any thread. Keeps its network alive.
public final class Inventory {
  private final Plan plan;
  private final Sight sight;
  private final Census census;
  private final DrawnLines lines;
  private final Connections connections;

  private Inventory(Plan plan, Sight sight) {
    this.plan = plan;
    this.sight = sight;
    census = new Census(plan, sight);
    lines = new DrawnLines(plan, census);
    connections = new Connections(sight, census, lines);
  }

  /// Counts.
  ///
  /// @param network of the revision the plan was made from, or of one close to it
  /// @param shown its filter, gaps and appearance count; not its level, window and moment
  public static Inventory of(Plan plan, Network network, Shown shown) {
    return new Inventory(plan, new Sight(network, shown));
  }

  Plan plan() {
    return plan;
  }

  /// @throws IllegalArgumentException when another filter is asked for than was counted with
  Sight sight(Shown shown) {
    if (!shown.filter().equals(sight.shown().filter())) {
      throw new IllegalArgumentException("an inventory is good for its own filter only");
    }
    return sight.as(shown);
  }

  Census census() {
    return census;
  }

  DrawnLines lines() {
    return lines;
  }

  Connections connections() {
    return connections;
  }

  /// What its notes tell.
  Sums sums() {
    return new Sums(
        sight.hidden(),
        connections.homeless(),
        census.folded(),
        census.older(),
        census.missing(),
        connections.inside(),
        connections.lineless());
  }
}
