package io.kubilitics.model;

/// What a reference says about its target being there.
public enum Presence {
  /// It must be there; when it is not, it is drawn as a ghost.
  REQUIRED,
  /// It may be missing without harm; still drawn as a ghost.
  OPTIONAL,
  /// Drawn only when it is there, never a ghost.
  IF_EXISTS,
  /// This object will make it; a ghost until then.
  PRODUCES
}
