package io.kubilitics.api.stream;

import io.kubilitics.access.Caller;
import io.kubilitics.problem.Problem;
import io.kubilitics.session.Session;
import java.util.Optional;

/// The clusters a client may subscribe to.
public interface Clusters {
  /// The session that is open under a name now.
  Optional<Session> find(String name);

  /// Why none is open under a name, as far as somebody may know.
  default Problem absence(String name, Caller caller) {
    return new Problem.NotFound("cluster " + name);
  }

  /// Names this run of the server.
  String streamEpoch();

  /// Names one opening of a cluster in this run of the server: revisions of two cannot be compared.
  String streamEpoch(Session session);
}
