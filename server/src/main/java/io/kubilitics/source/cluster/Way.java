package io.kubilitics.source.cluster;

import io.kubilitics.source.cluster.connection.Connection;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The connection that one access leads to, made when it is first needed. Any thread.
final class Way implements AutoCloseable {
  private final ClusterAccess access;
  private final Connector connector;
  private @Nullable Connection connection;
  private boolean closed;

  Way(ClusterAccess access, Connector connector) {
    this.access = access;
    this.connector = connector;
  }

  /// The connection. Contacts nobody.
  ///
  /// @throws IOException after [#close]
  /// @throws io.kubilitics.problem.ProblemException when the access makes no sense
  synchronized Connection connection() throws IOException {
    if (closed) {
      throw new IOException("the connection is closed");
    }
    if (connection == null) {
      connection = connector.connect(access);
    }
    return connection;
  }

  /// Whether it is how another access would be taken too.
  boolean isOf(ClusterAccess other) {
    return access.equals(other);
  }

  /// How the files look now that it is made of.
  NamedFiles files() {
    return NamedFiles.of(access);
  }

  /// Whom it leads to, without what may be secret in an address.
  String where() {
    return "context " + access.context() + " (" + access.server().getHost() + ")";
  }

  @Override
  public void close() {
    Connection last;
    synchronized (this) {
      closed = true;
      last = connection;
    }
    if (last != null) {
      last.close();
    }
  }
}
