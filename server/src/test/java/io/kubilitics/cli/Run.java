package io.kubilitics.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kubilitics.catalogue.Catalogue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Supplier;

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

  /// As somebody sees it who sits at a terminal and types this.
  static Run answering(String stdin, Map<String, String> environment, String... args) {
    return in(true, environment, stdin, args);
  }

  /// As from a script with these variables.
  static Run inEnvironment(Map<String, String> environment, String... args) {
    return in(false, environment, "", args);
  }

  /// As from a script, by a program that knows these kinds.
  static Run knowing(Catalogue catalogue, String... args) {
    return in(() -> catalogue, false, Map.of(), "", args);
  }

  private static Run in(
      boolean terminal, Map<String, String> environment, String stdin, String... args) {
    return in(Catalogue::builtIn, terminal, environment, stdin, args);
  }

  private static Run in(
      Supplier<Catalogue> catalogue,
      boolean terminal,
      Map<String, String> environment,
      String stdin,
      String... args) {
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
                terminal,
                environment,
                Clock.fixed(NOON, ZoneOffset.UTC),
                new Foreground()),
            catalogue,
            args);
    return new Run(code, out.toString(UTF_8), err.toString(UTF_8));
  }
}
