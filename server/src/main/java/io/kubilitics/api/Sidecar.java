package io.kubilitics.api;

import io.kubilitics.access.LaunchToken;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;

/// The protocol between the server and the program that started it. The starter writes the launch
/// token as the first line of stdin and keeps stdin open as long as it lives. The server answers
/// with one line on stdout, which proves that it knows the token; everything else it has to say
/// goes to stderr.
final class Sidecar {
  /// How long the server may go on when its starter is gone.
  static final Duration LAST_MOMENTS = Duration.ofMillis(1_500);

  private static final int VERSION = 1;
  private static final int LONGEST_LINE = 256;

  private Sidecar() {}

  /// Takes the token, and from then on watches whether the starter lives.
  ///
  /// @param orphaned called when it does not, and once more when that shows in another way; the
  ///   process is ended [#LAST_MOMENTS] later
  /// @throws ProblemException when the first line is no token
  static LaunchToken begin(InputStream in, PrintStream err, Runnable orphaned) {
    System.setOut(err);
    LaunchToken token = readToken(in);
    Runnable end = () -> end(orphaned);
    Thread.ofPlatform().daemon().name("stdin").start(() -> awaitEnd(in, end));
    ProcessHandle.current()
        .parent()
        .ifPresent(parent ->
            Thread.ofPlatform().daemon().name("starter").start(() -> awaitExit(parent, end)));
    return token;
  }

  static String readyLine(LaunchToken token, int port) {
    return "{\"event\":\"ready\",\"v\":"
        + VERSION
        + ",\"port\":"
        + port
        + ",\"pid\":"
        + ProcessHandle.current().pid()
        + ",\"proof\":\""
        + token.prove(Integer.toString(port))
        + "\"}";
  }

  private static LaunchToken readToken(InputStream in) {
    StringBuilder line = new StringBuilder();
    try {
      for (int octet = in.read(); octet != '\n'; octet = in.read()) {
        if (octet < 0 || line.length() == LONGEST_LINE) {
          throw noToken("the first line does not end");
        }
        line.append((char) octet);
      }
      return LaunchToken.of(line.toString().strip());
    } catch (IOException | IllegalArgumentException e) {
      throw noToken(String.valueOf(e.getMessage()));
    }
  }

  private static ProblemException noToken(String reason) {
    return new ProblemException(new Problem.BadInput("stdin", reason));
  }

  private static void awaitEnd(InputStream in, Runnable end) {
    byte[] ignored = new byte[LONGEST_LINE];
    try {
      while (in.read(ignored) >= 0) {
        // Whatever else the starter says has no meaning yet.
      }
    } catch (IOException _) {
      // A broken pipe is an end, too.
    }
    end.run();
  }

  private static void awaitExit(ProcessHandle parent, Runnable end) {
    parent.onExit().join();
    end.run();
  }

  private static void end(Runnable orphaned) {
    Thread.ofPlatform().daemon().name("last moments").start(Sidecar::haltSoon);
    orphaned.run();
  }

  private static void haltSoon() {
    try {
      Thread.sleep(LAST_MOMENTS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(0);
  }
}
