package io.kubilitics.source.cluster;

import io.kubilitics.source.cluster.connection.Connection;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;

/// Makes the connection that an access describes. Contacts nobody yet.
@FunctionalInterface
public interface Connector {
  /// The connection, closed by who asked for it.
  ///
  /// @throws io.kubilitics.problem.ProblemException when the access makes no sense, as when a
  ///   certificate cannot be read
  Connection connect(ClusterAccess access);
}
