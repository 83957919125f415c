package io.kubilitics.api;

import io.kubilitics.session.Fleet;
import io.kubilitics.session.Openings;
import io.kubilitics.session.Roster;
import io.kubilitics.session.map.Atlas;

/// What a server answers about.
///
/// @param fleet closed by whoever closes this
/// @param atlas the maps of its clusters; closed before them
/// @param roster what can be opened besides; closed first
public record Served(Fleet fleet, Atlas atlas, Roster roster) implements AutoCloseable {
  public Served {
    fleet.beforeClosing(atlas::forget);
  }

  /// With maps that are kept nowhere, and nothing else to open.
  public Served(Fleet fleet) {
    this(fleet, Atlas.inMemory(), new Roster(fleet, Openings.NONE));
  }

  @Override
  public void close() {
    roster.close();
    atlas.close();
    fleet.close();
  }
}
