package io.kubilitics.api;

import io.kubilitics.api.Clusters.Cluster;
import io.kubilitics.topology.Selection;
import java.io.IOException;
import java.io.OutputStream;

/// Writes a part of a cluster's topology as JSON, piece by piece, and leaves the stream open.
@FunctionalInterface
public interface TopologyFormat {
  /// Writes.
  ///
  /// @param streamEpoch new with each start, so that a revision of another start is not taken for
  ///   one of this
  void write(Selection selection, Cluster cluster, String streamEpoch, OutputStream out)
      throws IOException;
}
