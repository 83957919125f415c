package io.kubilitics.source.demo;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.util.regex.Pattern;

/// Which demo is wanted: `demo[:objects[:seed]]`.
///
/// @param objects exactly how many objects there are before life begins, [#FEWEST] to [#MOST]
/// @param seed the same seed gives the same company
public record DemoSpec(int objects, long seed) {
  public static final int FEWEST = 100;
  public static final int MOST = 150_000;

  /// What `demo` alone means.
  public static final DemoSpec DEFAULT = new DemoSpec(1_000, 42);

  private static final String WORD = "demo";
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,19}");

  public DemoSpec {
    if (objects < FEWEST || objects > MOST) {
      throw new IllegalArgumentException(
          "a demo has " + FEWEST + " to " + MOST + " objects, not " + objects);
    }
  }

  /// Whether a source written like this means the demo, well written or not.
  public static boolean isMeantBy(String text) {
    return text.equals(WORD) || text.startsWith(WORD + ":");
  }

  /// Reads what stands on the command line.
  ///
  /// @throws ProblemException `BadInput` that says what is wrong and how it is written
  public static DemoSpec parse(String text) {
    String[] parts = text.split(":", -1);
    if (!parts[0].equals(WORD) || parts.length > 3) {
      throw bad(text, "write demo, demo:OBJECTS or demo:OBJECTS:SEED");
    }
    long objects = parts.length > 1 ? number(text, "OBJECTS", parts[1]) : DEFAULT.objects;
    long seed = parts.length > 2 ? number(text, "SEED", parts[2]) : DEFAULT.seed;
    if (objects < FEWEST || objects > MOST) {
      throw bad(text, "OBJECTS must be " + FEWEST + " to " + MOST + ", not " + objects);
    }
    return new DemoSpec((int) objects, seed);
  }

  private static long number(String text, String part, String digits) {
    if (!WHOLE_NUMBER.matcher(digits).matches()) {
      throw bad(text, part + " must be a whole number, not '" + digits + "'");
    }
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException _) {
      throw bad(text, part + " is too large: " + digits);
    }
  }

  private static ProblemException bad(String text, String reason) {
    return new ProblemException(new Problem.BadInput(text, reason));
  }

  /// As it is written on the command line, in full.
  @Override
  public String toString() {
    return WORD + ":" + objects + ":" + seed;
  }
}
