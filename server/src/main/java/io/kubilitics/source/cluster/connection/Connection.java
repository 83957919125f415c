package io.kubilitics.source.cluster.connection;

import java.io.IOException;

/// The way to one API server. Any number of threads may ask at once; each waits for its own reply.
public interface Connection extends AutoCloseable {
  /// Sends a request with the credential of the moment and waits for the head of the answer. A 401
  /// is tried once more with a new credential. Redirects are not followed.
  ///
  /// @throws IOException when the server cannot be reached, or not now: worth another try
  /// @throws io.kubilitics.problem.ProblemException `Forbidden` or `Unreadable` when trying again
  ///   is of no use before the user does something: its certificate is not trusted, or there is no
  ///   credential to be had
  Reply send(Errand errand, Ask ask) throws IOException, InterruptedException;

  /// Ends all requests; what waits is told by an [IOException].
  @Override
  void close();
}
