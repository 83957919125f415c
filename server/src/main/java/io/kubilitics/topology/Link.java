package io.kubilitics.topology;

import io.kubilitics.model.EdgeState;
import java.util.List;

/// One piece of evidence for one edge, as a long in the source's list of links. From the high bits:
/// target (31), relation (9), end at which it was read (1), index of the fact there (17), then what
/// may change: state (3), inferred (1), optional (1). All links of an edge stand next to each
/// other.
final class Link {
  static final int MOST_RELATIONS = 1 << 9;
  static final int MOST_FACTS = 1 << 17;

  private static final int TARGET_SHIFT = 32;
  private static final int RELATION_SHIFT = 23;
  private static final int READ_AT_TARGET = 1 << 22;
  private static final int FACT_SHIFT = 5;
  private static final int STATE_SHIFT = 2;
  private static final int INFERRED = 2;
  private static final int OPTIONAL = 1;
  private static final long ATTRIBUTES = (1 << FACT_SHIFT) - 1;

  /// By the number under which they are kept.
  private static final List<EdgeState> STATES = List.of(EdgeState.values());

  private Link() {}

  /// The fixed part of a link; see [#with].
  static long of(int target, int relation, boolean readAtTarget, int fact) {
    return ((long) target << TARGET_SHIFT)
        | ((long) relation << RELATION_SHIFT)
        | (readAtTarget ? READ_AT_TARGET : 0)
        | ((long) fact << FACT_SHIFT);
  }

  static long with(long link, EdgeState state, boolean inferred, boolean optional) {
    return link
        | ((long) STATES.indexOf(state) << STATE_SHIFT)
        | (inferred ? INFERRED : 0)
        | (optional ? OPTIONAL : 0);
  }

  /// The first possible link of an edge; the following edge's is [#afterEdge].
  static long firstOfEdge(int target, int relation) {
    return of(target, relation, false, 0);
  }

  static long afterEdge(int target, int relation) {
    return firstOfEdge(target, relation) + (1L << RELATION_SHIFT);
  }

  static long firstOfTarget(int target) {
    return (long) target << TARGET_SHIFT;
  }

  static long afterTarget(int target) {
    return (long) (target + 1) << TARGET_SHIFT;
  }

  /// The link without what may change.
  static long fixed(long link) {
    return link & ~ATTRIBUTES;
  }

  static long afterFixed(long link) {
    return fixed(link) + ATTRIBUTES + 1;
  }

  /// What all links of one edge have in common.
  static long edge(long link) {
    return link >>> RELATION_SHIFT;
  }

  static int target(long link) {
    return (int) (link >>> TARGET_SHIFT);
  }

  static int relation(long link) {
    return (int) (link >>> RELATION_SHIFT) & (MOST_RELATIONS - 1);
  }

  static boolean readAtTarget(long link) {
    return (link & READ_AT_TARGET) != 0;
  }

  static int fact(long link) {
    return (int) (link >>> FACT_SHIFT) & (MOST_FACTS - 1);
  }

  static EdgeState state(long link) {
    return STATES.get((int) (link >>> STATE_SHIFT) & 7);
  }

  static boolean inferred(long link) {
    return (link & INFERRED) != 0;
  }

  static boolean optional(long link) {
    return (link & OPTIONAL) != 0;
  }

  /// The entry of an edge in its target's list of incoming edges.
  static long incoming(int source, int relation) {
    return of(source, relation, false, 0);
  }
}
