package io.kubilitics.layout.street;

import io.kubilitics.model.Relation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The ties of one relation in one direction.
record Strand(boolean out, Relation relation) implements Comparable<Strand> {
  private static final Comparator<Strand> ORDER =
      Comparator.comparing(Strand::out).reversed().thenComparing(Strand::relation);

  /// What leaves first, then by relation.
  static SortedMap<Strand, List<Tie>> of(List<Tie> ties) {
    SortedMap<Strand, List<Tie>> strands = new TreeMap<>();
    for (Tie tie : ties) {
      strands.computeIfAbsent(new Strand(tie.out(), tie.name()), _ -> new ArrayList<>()).add(tie);
    }
    return strands;
  }

  @Override
  public int compareTo(Strand other) {
    return ORDER.compare(this, other);
  }
}
