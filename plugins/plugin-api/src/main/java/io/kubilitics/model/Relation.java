package io.kubilitics.model;

/// The verb of an edge, read from source to target: a Service `selects` Pods, a Deployment `owns`
/// ReplicaSets. What follows from a relation stands in [RelationType].
public record Relation(String name) implements Comparable<Relation> {
  public static final Relation OWNS = new Relation("owns");

  public Relation {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a relation needs a name");
    }
  }

  @Override
  public int compareTo(Relation other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
