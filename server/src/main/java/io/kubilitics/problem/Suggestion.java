package io.kubilitics.problem;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the word somebody meant.
public final class Suggestion {
  private static final int LETTERS_PER_SLIP = 3;

  private Suggestion() {}

  private record Candidate(String word, int slips) {}

  /// The nearest of the candidates, the first of several, when it is near enough to be meant.
  public static Optional<String> near(String word, Stream<String> candidates) {
    String wanted = word.toLowerCase(Locale.ROOT);
    int most = most(wanted.length());
    return candidates
        .filter(candidate -> Math.abs(candidate.length() - wanted.length()) <= most)
        .map(candidate ->
            new Candidate(candidate, slips(wanted, candidate.toLowerCase(Locale.ROOT))))
        .filter(candidate -> candidate.slips() <= most)
        .reduce((best, next) -> next.slips() < best.slips() ? next : best)
        .map(Candidate::word);
  }

  /// Of a single letter nothing would be left to tell what was meant.
  private static int most(int letters) {
    return letters < LETTERS_PER_SLIP ? letters / 2 : letters / LETTERS_PER_SLIP;
  }

  /// `; did you mean …?`, or nothing.
  public static String question(String word, Stream<String> candidates) {
    return near(word, candidates).map(near -> "; did you mean " + near + "?").orElse("");
  }

  /// Letters to insert, leave out, change or swap with the next to get from one to the other
  /// (optimal string alignment).
  private static int slips(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int row = 0; row <= from.length(); row++) {
      for (int column = 0; column <= to.length(); column++) {
        if (row == 0 || column == 0) {
          cost[row][column] = row + column;
          continue;
        }
        int changed = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
        cost[row][column] =
            Math.min(
                Math.min(cost[row - 1][column], cost[row][column - 1]) + 1,
                cost[row - 1][column - 1] + changed);
        if (row > 1
            && column > 1
            && from.charAt(row - 1) == to.charAt(column - 2)
            && from.charAt(row - 2) == to.charAt(column - 1)) {
          cost[row][column] = Math.min(cost[row][column], cost[row - 2][column - 2] + 1);
        }
      }
    }
    return cost[from.length()][to.length()];
  }
}
