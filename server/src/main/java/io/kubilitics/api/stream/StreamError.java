package io.kubilitics.api.stream;

import io.kubilitics.problem.Problem;

/// What a client is told when something is not as it wanted; the connection lives on.
///
/// @param code stable, for programs
/// @param message one sentence for the reader
/// @param where the field at fault; `""` for none
/// @param id the subscription it is about; `""` for none
public record StreamError(String code, String message, String where, String id) {
  static StreamError of(String code, String message, String id) {
    return new StreamError(code, message, "", id);
  }

  static StreamError of(Problem problem, String id) {
    String message = problem.message();
    return switch (problem) {
      case Problem.BadInput(String where, String reason) ->
          new StreamError("bad-input", reason, where, id);
      case Problem.NotFound(_) -> of("not-found", message, id);
      case Problem.Conflict(_, _) -> of("conflict", message, id);
      case Problem.NotOpen(_, _) -> of("not-open", message, id);
      case Problem.Unreadable(_, _) -> of("unreadable", message, id);
      case Problem.Forbidden(_, _) -> of("forbidden", message, id);
      case Problem.TooLarge(_, _) -> of("too-large", message, id);
      case Problem.Busy(_, _) -> of("busy", message, id);
    };
  }
}
