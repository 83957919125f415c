package io.kubilitics.api;

import io.kubilitics.session.Fleet;

/// What a server answers about.
///
/// @param fleet closed by whoever closes this
public record Served(Fleet fleet) implements AutoCloseable {
  @Override
  public void close() {
    fleet.close();
  }
}
