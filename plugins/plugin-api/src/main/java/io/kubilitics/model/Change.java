package io.kubilitics.model;

/// What a source says. Order matters only between changes of the same object or the same kind.
public sealed interface Change {
  /// The object is there, in this state.
  record Put(Resource resource) implements Change {}

  /// The object is gone; nothing happens when it was not there.
  record Gone(ResourceId id) implements Change {}

  /// How much is known of a kind.
  record Known(KindState state) implements Change {}
}
