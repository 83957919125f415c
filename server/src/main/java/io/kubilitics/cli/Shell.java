package io.kubilitics.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/// Whoever called the program, and where its text comes from and goes to.
///
/// @param out for data; tells when nobody reads any more. Commands flush it
/// @param err for messages, in UTF-8
/// @param inIsTerminal whether a person can answer a question
/// @param outIsTerminal whether a person sees the data as it comes
/// @param errIsTerminal whether a person sees the messages as they come
/// @param environment variables
/// @param foreground who writes on the last line of the terminal
record Shell(
    InputStream in,
    OutputStream out,
    PrintStream err,
    boolean inIsTerminal,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Map<String, String> environment,
    Clock clock,
    Foreground foreground) {
  private static final int BUFFER_BYTES = 1 << 16;

  /// The shell of this process.
  static Shell system() {
    return new Shell(
        new FileInputStream(FileDescriptor.in),
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER_BYTES),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        isTerminal(0),
        isTerminal(1),
        isTerminal(2),
        System.getenv(),
        Clock.systemUTC(),
        new Foreground());
  }

  /// Whether to colour what goes to stdout.
  boolean coloursOut() {
    return outIsTerminal && wantsColours();
  }

  /// Whether to colour what goes to stderr.
  boolean coloursErr() {
    return errIsTerminal && wantsColours();
  }

  /// See no-color.org.
  private boolean wantsColours() {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /// Linux says what a descriptor is open on. Elsewhere Java knows only whether both stdin and
  /// stdout are terminals.
  @SuppressWarnings("SystemConsoleNull") // it is null again on 25 where there is no terminal
  private static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException _) {
      java.io.Console console = System.console();
      return console != null && console.isTerminal();
    }
  }
}
