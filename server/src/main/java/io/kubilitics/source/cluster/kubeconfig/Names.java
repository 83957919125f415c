package io.kubilitics.source.cluster.kubeconfig;

import java.util.List;
import java.util.stream.Collectors;

/// Names in a kubeconfig are free, but must be fit for a screen.
final class Names {
  private static final int LISTED = 10;
  private static final int LONGEST = 1_000;
  private static final int LONGEST_SHOWN = 200;

  private Names() {}

  /// Whether something can be called so.
  static boolean isName(String text) {
    return text.length() <= LONGEST && isPrintable(text);
  }

  /// Whether it shows what it is: no control character, nothing invisible, nothing that turns the
  /// direction of writing.
  static boolean isPrintable(String text) {
    return text.codePoints().allMatch(Names::isPrintable);
  }

  private static boolean isPrintable(int character) {
    return switch (Character.getType(character)) {
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

  /// The text with what cannot be printed as its code.
  static String printable(String text) {
    return text.codePoints()
        .mapToObj(character ->
            isPrintable(character) ? Character.toString(character) : "U+%04X".formatted(character))
        .collect(Collectors.joining());
  }

  /// The text as a message can hold it: printable, and cut where it is too long.
  static String shown(String text) {
    return printable(
        text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…");
  }

  /// The first few, so that a message stays one.
  static String listed(List<String> names) {
    String first = names.stream().limit(LISTED).map(Names::shown).collect(Collectors.joining(", "));
    return names.size() > LISTED ? first + " and " + (names.size() - LISTED) + " more" : first;
  }
}
