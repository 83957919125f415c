package io.kubilitics.api.stream;

import io.kubilitics.model.Viewer;
import io.kubilitics.session.Session;

/// Understands what a client wants to see.
@FunctionalInterface
public interface ViewReader {
  /// Reads a view in the words of a cluster.
  ///
  /// @throws io.kubilitics.problem.ProblemException `BadInput` with the field, when it makes no
  ///   sense
  View read(ViewWords words, Session session, Viewer viewer);
}
