package io.kubilitics.model;

import java.util.List;

/// One relation between two nodes, with every place it was read from. Of several pieces of evidence
/// the worst state counts.
///
/// @param inferred true when every piece of evidence is a guess
/// @param optional true when every reference may dangle without harm
/// @param evidence at least one, ordered by place; each says at which end it was read
public record Edge(
    ResourceId source,
    ResourceId target,
    Relation relation,
    EdgeState state,
    boolean inferred,
    boolean optional,
    List<Reading> evidence) {

  /// One piece of evidence and the end of the edge it was read at.
  public record Reading(Evidence evidence, End end) {}

  public enum End {
    SOURCE,
    TARGET
  }

  public Edge {
    evidence = List.copyOf(evidence);
  }

  /// `source relation target`, separated by blanks, which no id contains: unique in a cluster, the
  /// same in every process.
  public String id() {
    return source + " " + relation + " " + target;
  }
}
