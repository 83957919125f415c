package io.kubilitics.source.cluster.kubeconfig;

import java.util.List;
import java.util.stream.Collectors;

/// Names in a kubeconfig are free, but must be fit for a screen.
final class Names {
  private static final int LISTED = 10;

  private Names() {}

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
          Character.PARAGRAPH_SEPARATOR -> false;
      default -> true;
    };
  }

  /// The text with what cannot be printed as its code.
  static String printable(String text) {
    return text.codePoints()
        .mapToObj(character ->
            isPrintable(character)
                ? Character.toString(character)
                : "U+%04X".formatted(character))
        .collect(Collectors.joining());
  }

  /// The first few, so that a message stays one.
  static String listed(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(LISTED, names.size())));
    return names.size() > LISTED ? first + " and " + (names.size() - LISTED) + " more" : first;
  }
}
