package io.kubilitics.access;

import java.util.Optional;
import java.util.SortedSet;

/// Refuses what leads nowhere and what the caller has no right to.
public final class EnoughRights implements Guard {
  static final Refusal NO_SUCH_PATH =
      new Refusal(404, "no-such-path", "This path does not exist; /api/v1/openapi.json lists all.");
  private static final Refusal READ_ONLY =
      new Refusal(
          403, "read-only", "This server was started without authentication: it only reads.");
  private static final Refusal NOT_ISSUED =
      new Refusal(403, "not-issued", "Nobody holds what this route asks for.");

  static Refusal wrongMethod(SortedSet<String> offered) {
    return new Refusal(405, "wrong-method", "This path does not have that method.")
        .with("Allow", String.join(", ", offered));
  }

  @Override
  public Optional<Refusal> refuses(Visit visit) {
    return switch (visit.passage()) {
      case Passage.NoSuchPath() -> Optional.of(NO_SUCH_PATH);
      case Passage.WrongMethod(SortedSet<String> offered) -> Optional.of(wrongMethod(offered));
      case Passage.To(Route route) -> rights(route.access(), visit.caller());
    };
  }

  private static Optional<Refusal> rights(Access access, Caller caller) {
    return switch (access) {
      // What holds the tickets looks at them: each opens one answer, once. A stream looks at the
      // token in its first message.
      case PUBLIC, TICKET, STREAM -> Optional.empty();
      case READER -> caller.mayRead() ? Optional.empty() : Optional.of(NOT_ISSUED);
      case WRITER, ADMIN -> caller.mayWrite() ? Optional.empty() : Optional.of(READ_ONLY);
      case PHONE -> Optional.of(NOT_ISSUED);
    };
  }
}
