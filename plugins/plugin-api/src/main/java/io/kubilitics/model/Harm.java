package io.kubilitics.model;

/// What an event at one end of an edge does to the other end. Impact, and "up" and "down" in
/// queries, follow it: *down* leads from an object to what it harms, *up* to what harms it.
///
/// @param sourceDeleted what becomes of the target when the source is deleted
/// @param sourceFails what becomes of the target when the source fails
/// @param targetDeleted what becomes of the source when the target is deleted
/// @param targetFails what becomes of the source when the target fails
public record Harm(
    Outcome sourceDeleted, Outcome sourceFails, Outcome targetDeleted, Outcome targetFails) {
  public static final Harm NONE = new Harm(Effect.NONE, Effect.NONE, Effect.NONE, Effect.NONE);

  /// From harmless to worst.
  public enum Effect {
    NONE,
    DEGRADES,
    BREAKS,
    DELETES;

    /// The worse of two.
    public Effect or(Effect other) {
      return compareTo(other) >= 0 ? this : other;
    }

    /// As written in YAML and JSON.
    public String text() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// An object may hang on several others by one relation: a Service on its Pods, an object on its
  /// owners.
  ///
  /// @param any the effect when one of them is lost and another is left
  /// @param all the effect when none is left; not less than `any`
  public record Outcome(Effect any, Effect all) {
    public static final Outcome NONE = new Outcome(Effect.NONE, Effect.NONE);

    public Outcome {
      if (any.compareTo(all) > 0) {
        throw new IllegalArgumentException(
            "losing one does more (" + any.text() + ") than losing all (" + all.text() + ")");
      }
    }

    boolean isHarmless() {
      return all == Effect.NONE;
    }
  }

  /// One that does not ask how many are left.
  public Harm(Effect sourceDeleted, Effect sourceFails, Effect targetDeleted, Effect targetFails) {
    this(
        new Outcome(sourceDeleted, sourceDeleted),
        new Outcome(sourceFails, sourceFails),
        new Outcome(targetDeleted, targetDeleted),
        new Outcome(targetFails, targetFails));
  }

  /// Whether anything that happens to the source can reach the target.
  public boolean reachesTarget() {
    return !sourceDeleted.isHarmless() || !sourceFails.isHarmless();
  }

  /// Whether anything that happens to the target can reach the source.
  public boolean reachesSource() {
    return !targetDeleted.isHarmless() || !targetFails.isHarmless();
  }
}
