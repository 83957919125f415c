package io.kubilitics.model;

/// The name under which one cluster, folder or snapshot is opened in this process.
public record ClusterId(String value) implements Comparable<ClusterId> {
  public ClusterId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a cluster needs a name");
    }
  }

  @Override
  public int compareTo(ClusterId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
