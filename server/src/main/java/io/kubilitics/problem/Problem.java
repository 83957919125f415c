package io.kubilitics.problem;

import java.time.Duration;

/// A failure the reader can do something about. The command line turns it into one line and an exit
/// code, the API into a status.
public sealed interface Problem {
  /// What was asked makes no sense. Exit code 2, status 400.
  ///
  /// @param where the option, parameter, or file with line
  record BadInput(String where, String reason) implements Problem {}

  /// Exit code 3, status 404.
  record NotFound(String what) implements Problem {}

  /// Exit code 4, status 409.
  record Conflict(String what, String reason) implements Problem {}

  /// It is known what that is, but nobody has opened it. Exit code 4, status 409.
  ///
  /// @param how what to do to open it
  record NotOpen(String what, String how) implements Problem {}

  /// A source of objects cannot be read or reached. Exit code 5, status 503.
  record Unreadable(String where, String reason) implements Problem {}

  /// Exit code 5, status 403.
  record Forbidden(String what, String reason) implements Problem {}

  /// Exit code 2, status 413.
  record TooLarge(String what, String limit) implements Problem {}

  /// Too many ask for the same at once, or it takes too long just now. Exit code 5, status 503.
  ///
  /// @param pause after which it is worth asking again
  record Busy(String what, Duration pause) implements Problem {}

  /// One sentence for the reader.
  default String message() {
    return switch (this) {
      case BadInput(String where, String reason) -> where + ": " + reason;
      case NotFound(String what) -> what + " does not exist";
      case Conflict(String what, String reason) -> what + ": " + reason;
      case NotOpen(String what, String how) -> what + " is known, but not open; " + how;
      case Unreadable(String where, String reason) -> where + ": " + reason;
      case Forbidden(String what, String reason) -> what + ": " + reason;
      case TooLarge(String what, String limit) -> what + " is too large: " + limit;
      case Busy(String what, Duration pause) ->
          what + " is not to be had just now; try again in " + pause.toSeconds() + " s";
    };
  }
}
