package io.kubilitics.session;

import io.kubilitics.model.ClusterId;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.util.function.Predicate;

/// Names for clusters, which stand in paths of the API: without what two programs could read
/// differently there.
final class ClusterNames {
  static final int LONGEST = 100;

  private static final String OTHERWISE = "cluster";

  private ClusterNames() {}

  /// A name that nobody has: the text as far as it can be one, with a number behind it when it is
  /// taken.
  static ClusterId free(String text, Predicate<ClusterId> taken) {
    String name = fitting(text);
    ClusterId cluster = new ClusterId(name);
    for (int number = 2; taken.test(cluster); number++) {
      String end = "-" + number;
      cluster =
          new ClusterId(name.substring(0, Math.min(name.length(), LONGEST - end.length())) + end);
    }
    return cluster;
  }

  /// The name that somebody wants.
  ///
  /// @throws ProblemException `BadInput` when it can be none
  static ClusterId wanted(String text, String where) {
    if (text.isBlank() || !fitting(text).equals(text)) {
      throw new ProblemException(
          new Problem.BadInput(
              where,
              "is no name: write 1 to "
                  + LONGEST
                  + " characters without / \\ % and control characters"));
    }
    return new ClusterId(text);
  }

  private static String fitting(String text) {
    StringBuilder name = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .forEach(point -> name.appendCodePoint(isPlain(point) ? point : '-'));
    if (name.length() > LONGEST) {
      name.setLength(Character.isHighSurrogate(name.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
    String fitting = name.toString().strip();
    return fitting.isEmpty() || fitting.equals(".") || fitting.equals("..") ? OTHERWISE : fitting;
  }

  private static boolean isPlain(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> "/\\%".indexOf(point) < 0;
    };
  }
}
