package io.kubilitics.topology;

import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.Viewer;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How many objects of a kind there are and how well they are known.
///
/// @param message why not better, in words for the reader, or `""`
/// @param namespace the one namespace of which that is said, `""` for the whole cluster
/// @param apart the namespaces where it is read although it may not be read of the whole cluster
public record KindSummary(
    Kind kind,
    Knowledge knowledge,
    int count,
    String message,
    String namespace,
    SortedMap<String, Knowledge> apart) {
  /// So many namespaces are named.
  private static final int NAMED = 3;

  /// How a source that has lost its connection says how long ago that was.
  private static final String SINCE = "since ";

  /// One of which there is nothing to say.
  public KindSummary(Kind kind, Knowledge knowledge, int count) {
    this(kind, knowledge, count, "", "", Collections.emptySortedMap());
  }

  public KindSummary {
    apart = Collections.unmodifiableSortedMap(new TreeMap<>(apart));
  }

  /// How fresh what is shown of it is, in words for the reader: `live`, `complete`, `catching up`,
  /// `stale since 10:02:11`, `polled`, `forbidden`, `live in shop, forbidden elsewhere`, `switched
  /// off`, `not served`.
  ///
  /// @param followed whether its source follows a cluster; else it is read once
  public String freshness(boolean followed) {
    return switch (knowledge) {
      case SYNCED -> followed ? "live" : "complete";
      case SYNCING -> "catching up";
      case STALE -> message.startsWith(SINCE) ? "stale " + message : "stale";
      case POLLED -> "polled";
      case FORBIDDEN -> apart.isEmpty() ? "forbidden" : where() + ", forbidden elsewhere";
      case OFF -> "switched off";
      case NOT_SERVED -> "not served";
    };
  }

  private String where() {
    boolean isPolled = apart.values().stream().allMatch(Knowledge.POLLED::equals);
    boolean isLive = apart.values().stream().allMatch(Knowledge.SYNCED::equals);
    String how = isLive ? "live in " : isPolled ? "polled in " : "known in ";
    return how
        + (apart.size() > NAMED ? apart.size() + " namespaces" : String.join(", ", apart.keySet()));
  }

  /// The same for a viewer: why not better, and where, is for who may see that place.
  public KindSummary seenBy(Viewer viewer) {
    SortedMap<String, Knowledge> seen = new TreeMap<>(apart);
    seen.keySet().removeIf(each -> !viewer.maySee(kind, each));
    boolean maySee = viewer.maySee(kind, namespace);
    return new KindSummary(
        kind, knowledge, count, maySee ? message : "", maySee ? namespace : "", seen);
  }

  /// The same, which is read in these namespaces although it may not be read of the whole cluster.
  public KindSummary apart(SortedMap<String, Knowledge> read) {
    return new KindSummary(kind, knowledge, count, message, namespace, read);
  }

  /// What is said of a kind and how many objects of it there are.
  ///
  /// @param state what is said of the kind, or of every kind of which nothing else is said
  public static KindSummary of(Kind kind, KindState state, int count) {
    return new KindSummary(
        kind,
        state.knowledge(),
        count,
        state.message(),
        state.namespace(),
        Collections.emptySortedMap());
  }
}
