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

  /// As written in JSON.
  default String text() {
    return switch (this) {
      case Opening() -> "opening";
      case Ready() -> "ready";
      case Failed(_) -> "failed";
      case Abandoned() -> "closed";
    };
  }

  /// Why nothing could be read, in words for the reader; `""` when there is nothing to say.
  default String message() {
    return this instanceof Failed(Problem problem) ? problem.message() : "";
  }
}
