package io.kubilitics.api;

import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.topology.Topology;
import java.time.Instant;
import java.util.List;

/// The clusters that are open, and the words in which they can be asked about. Asked from many
/// threads.
public interface Clusters {
  /// Ordered by name.
  List<Cluster> all();

  /// The kind that a caller means: `pods`, `po`, `Pod` or `deployments.apps`.
  ///
  /// @throws IllegalArgumentException with a sentence for the reader when there is none
  Kind kind(String text);

  /// The relation of this name.
  ///
  /// @throws IllegalArgumentException with a sentence for the reader when there is none
  Relation relation(String text);

  /// One of them, as it is now.
  ///
  /// @param source what was opened, as the user would write it
  /// @param isDefault whether a viewer starts with it
  /// @param message why it is not ready, in words for the reader; `""` when it is
  /// @param asOf when its topology was last known to be true
  record Cluster(
      ClusterId id,
      String source,
      boolean isDefault,
      State state,
      String message,
      Instant asOf,
      Topology topology) {}

  /// How far a cluster is.
  enum State {
    /// The first reading has not ended.
    OPENING,
    READY,
    /// Nothing could be read.
    FAILED;

    /// As written in JSON.
    String text() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
