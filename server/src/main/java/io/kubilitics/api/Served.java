package io.kubilitics.api;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.session.Fleet;

/// What a server answers about.
///
/// @param fleet closed by whoever closes this
/// @param catalogue what the fleet's sources are read with
public record Served(Fleet fleet, Catalogue catalogue) implements AutoCloseable {
  @Override
  public void close() {
    fleet.close();
  }
}
