package io.kubilitics.topology;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;

/// What working out one answer may cost. Used by one thread.
final class Effort {
  /// So often a fact is tested against an object: a few seconds.
  static final long MOST_TESTS = 50_000_000;

  /// So many objects are remembered as the members of selections.
  static final int MOST_MEMBERS = 4_000_000;

  /// So many edges an answer may have that were not kept but worked out.
  static final int MOST_EDGES = 100_000;

  private long tests;
  private long members;
  private long edges;

  void test() {
    if (++tests > MOST_TESTS) {
      throw tooLarge("needs more than " + MOST_TESTS + " comparisons");
    }
  }

  void remember(int count) {
    members += count;
    if (members > MOST_MEMBERS) {
      throw tooLarge("has more than " + MOST_MEMBERS + " candidates");
    }
  }

  void edge() {
    if (++edges > MOST_EDGES) {
      throw tooLarge("has more than " + MOST_EDGES + " edges");
    }
  }

  private static ProblemException tooLarge(String why) {
    return new ProblemException(
        new Problem.TooLarge(
            "the answer",
            "what is asked for on demand "
                + why
                + "; narrow it by a focus, namespaces, kinds or labels"));
  }
}
