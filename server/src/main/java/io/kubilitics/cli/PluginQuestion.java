package io.kubilitics.cli;

import io.kubilitics.source.cluster.credential.PluginCall;
import io.kubilitics.source.cluster.credential.PluginConsent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;

/// Asks at the terminal whether a credential plugin may run, with all it would be told: a
/// kubeconfig may name any program. One question at a time; anything but yes is no.
final class PluginQuestion implements PluginConsent {
  private static final int LONGEST_ANSWER = 100;

  private final Shell shell;

  PluginQuestion(Shell shell) {
    this.shell = shell;
  }

  @Override
  public synchronized boolean allows(PluginCall call) {
    try (Foreground.Question _ = shell.foreground().ask()) {
      shell.err().println(text(call));
      shell.err().print("Run it, now and whenever it is exactly this? [y/N] ");
      shell.err().flush();
      String answer = answer().strip().toLowerCase(Locale.ROOT);
      return answer.equals("y") || answer.equals("yes");
    }
  }

  static String text(PluginCall call) {
    StringBuilder text = new StringBuilder("\n");
    text.append("The kubeconfig wants to run a program to sign in to context ")
        .append(Plain.text(call.context()))
        .append(":\n  ")
        .append(quoted(call.program().toString()))
        .append('\n');
    call.arguments().forEach(argument -> text.append("    ").append(quoted(argument)).append('\n'));
    if (!call.environment().isEmpty()) {
      text.append("  and sets ")
          .append(
              call.environment().stream()
                  .map(PluginQuestion::quoted)
                  .collect(Collectors.joining(", ")))
          .append('\n');
    }
    return text.append("It runs with your rights, and without a shell.").toString();
  }

  /// In quotes, so that it is seen where it ends, with what cannot be seen as its code.
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(point -> {
          if (point == '"' || point == '\\') {
            quoted.append('\\').appendCodePoint(point);
          } else if (isSeen(point)) {
            quoted.appendCodePoint(point);
          } else {
            quoted.append("\\u{").append(Integer.toHexString(point)).append('}');
          }
        });
    return quoted.append('"').toString();
  }

  private static boolean isSeen(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private String answer() {
    StringBuilder line = new StringBuilder();
    try {
      int octet = shell.in().read();
      while (octet >= 0 && octet != '\n' && line.length() < LONGEST_ANSWER) {
        line.append(new String(new byte[] {(byte) octet}, StandardCharsets.US_ASCII));
        octet = shell.in().read();
      }
    } catch (IOException _) {
      return "";
    }
    return line.toString();
  }
}
