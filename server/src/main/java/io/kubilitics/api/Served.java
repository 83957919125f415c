package io.kubilitics.api;

import io.kubilitics.session.Fleet;
import io.kubilitics.session.map.Atlas;

/// What a server answers about.
///
/// @param fleet closed by whoever closes this
/// @param atlas the maps of its clusters; closed before them
public record Served(Fleet fleet, Atlas atlas) implements AutoCloseable {
  /// With maps that are kept nowhere.
  public Served(Fleet fleet) {
    this(fleet, Atlas.inMemory());
  }

  @Override
  public void close() {
    atlas.close();
    fleet.close();
  }
}
