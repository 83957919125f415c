package io.kubilitics.model;

/// What an event at one end of an edge does to the other end. Impact, and "up" and "down" in
/// queries, follow it: *down* leads from an object to what it harms, *up* to what harms it.
///
/// @param sourceDeleted effect on the target when the source is deleted
/// @param sourceFails effect on the target when the source fails
/// @param targetDeleted effect on the source when the target is deleted
/// @param targetFails effect on the source when the target fails
public record Harm(
    Effect sourceDeleted, Effect sourceFails, Effect targetDeleted, Effect targetFails) {
  public static final Harm NONE = new Harm(Effect.NONE, Effect.NONE, Effect.NONE, Effect.NONE);

  /// From harmless to worst.
  public enum Effect {
    NONE,
    DEGRADES,
    BREAKS,
    DELETES
  }

  /// Whether anything that happens to the source can reach the target.
  public boolean reachesTarget() {
    return sourceDeleted != Effect.NONE || sourceFails != Effect.NONE;
  }

  /// Whether anything that happens to the target can reach the source.
  public boolean reachesSource() {
    return targetDeleted != Effect.NONE || targetFails != Effect.NONE;
  }
}
