package io.kubilitics.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/// One run of the program in this process, and what came of it.
record Run(int code, String out, String err) {
  static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  /// As from a script: nothing is a terminal.
  static Run of(String... args) {
    return with("", args);
  }

  /// With this text on stdin.
  static Run with(String stdin, String... args) {
    return in(false, Map.of(), stdin, args);
  }

  /// As somebody sees it who sits at a terminal.
  static Run atTerminal(Map<String, String> environment, String... args) {
    return in(true, environment, "", args);
  }

  private static Run in(
      boolean terminal, Map<String, String> environment, String stdin, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Commands.run(
            new Shell(
                new ByteArrayInputStream(stdin.getBytes(UTF_8)),
                out,
                new PrintStream(err, true, UTF_8),
                terminal,
                terminal,
                environment,
                Clock.fixed(NOON, ZoneOffset.UTC)),
            args);
    return new Run(code, out.toString(UTF_8), err.toString(UTF_8));
  }
}
