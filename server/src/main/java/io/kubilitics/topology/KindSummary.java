package io.kubilitics.topology;

import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.Viewer;

/// How many objects of a kind there are and how well they are known.
///
/// @param message why not better, in words for the reader, or `""`
/// @param namespace the one namespace of which that is said, `""` for the whole cluster
public record KindSummary(
    Kind kind, Knowledge knowledge, int count, String message, String namespace) {
  /// How a source that has lost its connection says how long ago that was.
  private static final String SINCE = "since ";

  /// One of which there is nothing to say.
  public KindSummary(Kind kind, Knowledge knowledge, int count) {
    this(kind, knowledge, count, "", "");
  }

  /// How fresh what is shown of it is, in words for the reader: `live`, `complete`, `catching up`,
  /// `stale since 10:02:11`, `polled`, `forbidden`, `switched off`, `not served`.
  ///
  /// @param followed whether its source follows a cluster; else it is read once
  public String freshness(boolean followed) {
    return switch (knowledge) {
      case SYNCED -> followed ? "live" : "complete";
      case SYNCING -> "catching up";
      case STALE -> message.startsWith(SINCE) ? "stale " + message : "stale";
      case POLLED -> "polled";
      case FORBIDDEN -> "forbidden";
      case OFF -> "switched off";
      case NOT_SERVED -> "not served";
    };
  }

  /// The same for a viewer: why not better, and where, is for who may see that place.
  public KindSummary seenBy(Viewer viewer) {
    return viewer.maySee(kind, namespace) ? this : new KindSummary(kind, knowledge, count);
  }

  /// What is said of a kind and how many objects of it there are.
  ///
  /// @param state what is said of the kind, or of every kind of which nothing else is said
  public static KindSummary of(Kind kind, KindState state, int count) {
    return new KindSummary(kind, state.knowledge(), count, state.message(), state.namespace());
  }
}
