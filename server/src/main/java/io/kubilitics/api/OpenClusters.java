package io.kubilitics.api;

import io.kubilitics.access.Caller;
import io.kubilitics.api.stream.Clusters;
import io.kubilitics.problem.Problem;
import io.kubilitics.session.Session;
import java.util.Optional;

/// The clusters of this server as the stream asks for them.
record OpenClusters(Attached attached) implements Clusters {
  @Override
  public Optional<Session> find(String name) {
    return attached.known().stream()
        .filter(session -> session.cluster().value().equals(name))
        .findFirst();
  }

  @Override
  public Problem absence(String name, Caller caller) {
    return attached.absence(name, caller);
  }

  @Override
  public String streamEpoch() {
    return attached.streamEpoch();
  }

  @Override
  public String streamEpoch(Session session) {
    return attached.streamEpoch(session);
  }
}
