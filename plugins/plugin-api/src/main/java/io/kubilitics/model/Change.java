package io.kubilitics.model;

import java.time.Instant;

/// What a source says. Order matters only between changes of the same object or the same kind.
public sealed interface Change {
  /// The object is there, in this state.
  record Put(Resource resource) implements Change {}

  /// The object is gone; nothing happens when it was not there.
  record Gone(ResourceId id) implements Change {}

  /// How much is known of a kind.
  record Known(KindState state) implements Change {}

  /// Time has passed; health is judged as of this instant. Time never goes back: an earlier instant
  /// than one already told changes nothing.
  record Now(Instant instant) implements Change {}
}
