package io.kubilitics.session;

import io.kubilitics.problem.Problem;

/// How far a session is.
public sealed interface Readiness {
  /// The first reading has not ended; what is there already can be looked at.
  record Opening() implements Readiness {}

  /// Everything the source had at first is in.
  record Ready() implements Readiness {}

  /// Nothing could be read.
  record Failed(Problem problem) implements Readiness {}

  /// Closed before it was ready.
  record Abandoned() implements Readiness {}
}
