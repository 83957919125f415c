package io.kubilitics.catalogue.rule;

import java.util.regex.Pattern;

/// Tells by names where a value may be a credential. Rather one too many: what is passed over is a
/// guess less, what is kept would be a secret in the open.
final class Credentials {
  private static final String WORDS =
      "passw|passphrase|pwd|secret|token|credential|auth|bearer"
          + "|(?:api|private|access|signing|encryption|account|shared)[-_. ]?key";

  private static final Pattern NAME =
      Pattern.compile("(?:" + WORDS + ")|(?:^|[-_.a-z])pass$", Pattern.CASE_INSENSITIVE);

  /// A name that is followed by its value: `password=`, `"token": `, `--secret `.
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "(?:" + WORDS + ")[\\w.-]*+[\"']?[\\s=:]|pass[\"']?\\s*+[=:]", Pattern.CASE_INSENSITIVE);

  /// So far before a value its name is looked for.
  private static final int NEAR = 256;

  private Credentials() {}

  /// Whether what has this name may be a credential.
  static boolean isNamed(String name) {
    return NAME.matcher(name).find();
  }

  /// Whether an argument says that the next one is a credential.
  static boolean announces(String argument) {
    return argument.startsWith("-")
        && argument.indexOf('=') < 0
        && (argument.equals("-p") || isNamed(argument));
  }

  /// Whether the line says before this place that a credential comes.
  static boolean isBefore(String text, int at) {
    int from = at;
    while (from > 0 && at - from < NEAR && text.charAt(from - 1) != '\n') {
      from--;
    }
    return ASSIGNMENT.matcher(text).region(from, at).find();
  }

  /// Whether this place is in the user or password of `user:password@host`.
  static boolean isUser(String text, int at) {
    int end = Math.min(text.length(), at + NEAR);
    for (int next = at; next < end; next++) {
      char c = text.charAt(next);
      if (c == '@') {
        return true;
      }
      if (c == '/' || Character.isWhitespace(c)) {
        return false;
      }
    }
    return false;
  }
}
