package io.kubilitics.model;

/// How much is known of a kind in a namespace; the engine's second input. Nothing is called missing
/// whose kind is not known.
///
/// @param namespace `""` for the whole cluster, else the one namespace this is about, which then
///   counts more than what is said of the whole cluster
/// @param message why, in words for the reader, or `""`
public record KindState(Kind kind, String namespace, Knowledge knowledge, String message) {
  /// Stands for every kind of which nothing else is said.
  public static final Kind ANY_OTHER = new Kind("*", "*");

  /// What is known of every kind of which nothing else is said.
  public static KindState ofAnyOther(Knowledge knowledge) {
    return new KindState(ANY_OTHER, "", knowledge, "");
  }

  /// From nothing to everything.
  public enum Knowledge {
    /// Reading has begun and is not complete.
    SYNCING,
    FORBIDDEN,
    /// Not read because somebody switched it off.
    OFF,
    /// The cluster does not serve this kind, so there are none.
    NOT_SERVED,
    /// Complete, but the connection is lost since then.
    STALE,
    /// Complete at the last look, and looked at again only from time to time: what has come since
    /// is not known yet.
    POLLED,
    SYNCED;

    /// Whether everything was read, if only a while ago.
    public boolean isComplete() {
      return compareTo(NOT_SERVED) >= 0;
    }

    /// Whether an object that is not there can be called missing.
    public boolean provesAbsence() {
      return switch (this) {
        case NOT_SERVED, STALE, SYNCED -> true;
        case SYNCING, FORBIDDEN, OFF, POLLED -> false;
      };
    }

    /// As written in JSON: `not-served`.
    public String text() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
