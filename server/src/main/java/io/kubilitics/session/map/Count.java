package io.kubilitics.session.map;

import io.kubilitics.layout.drawing.Inventory;
import io.kubilitics.layout.drawing.Shown;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.layout.street.Streets;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.topology.Network;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What all drawings of one plan for one viewer and one filter have in common, counted when it is
/// first asked for: of a large cluster that is most of the work of a window. Any thread; who comes
/// while it is counted waits.
public final class Count {
  private final Plan plan;
  private final Network network;
  private final Map<Level, Streets> streets = new EnumMap<>(Level.class);
  private @Nullable Inventory inventory;

  Count(Plan plan, Network network) {
    this.plan = plan;
    this.network = network;
  }

  /// Everything counted.
  ///
  /// @param shown always of the same filter, gaps and appearance
  synchronized Inventory inventory(Shown shown) {
    Inventory known = inventory;
    if (known == null) {
      known = Inventory.of(plan, network, shown);
      inventory = known;
    }
    return known;
  }

  /// The streets of its level.
  ///
  /// @param shown always of the same filter
  synchronized Streets streets(Shown shown) {
    return streets.computeIfAbsent(
        shown.level(), level -> Streets.of(plan, network, shown.filter(), level));
  }
}
