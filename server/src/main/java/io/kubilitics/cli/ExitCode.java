package io.kubilitics.cli;

import io.kubilitics.problem.Problem;

/// How a command ended, for scripts.
final class ExitCode {
  static final int DONE = 0;
  static final int FINDINGS = 1;
  static final int USAGE = 2;
  static final int NOT_FOUND = 3;
  static final int CONFLICT = 4;
  static final int UNREADABLE = 5;

  /// A bug, as in sysexits.h.
  static final int INTERNAL = 70;

  /// Data that could not be written, as in sysexits.h.
  static final int OUTPUT = 74;

  private ExitCode() {}

  static int of(Problem problem) {
    return switch (problem) {
      case Problem.BadInput _, Problem.TooLarge _ -> USAGE;
      case Problem.NotFound _ -> NOT_FOUND;
      case Problem.Conflict _, Problem.NotOpen _ -> CONFLICT;
      case Problem.Unreadable _, Problem.Forbidden _, Problem.Busy _ -> UNREADABLE;
    };
  }
}
