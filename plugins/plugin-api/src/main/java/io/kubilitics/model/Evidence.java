package io.kubilitics.model;

/// Why an edge is drawn: the field it was read from, with list indexes
/// (`spec.template.spec.containers[0].env[2].valueFrom.secretKeyRef`), the value found there, and
/// the key inside the target where the reference names one (`""` otherwise).
public record Evidence(String path, String value, String key) implements Comparable<Evidence> {
  public Evidence(String path, String value) {
    this(path, value, "");
  }

  /// By path in natural order of its text, then value, then key.
  @Override
  public int compareTo(Evidence other) {
    int order = path.compareTo(other.path);
    if (order == 0) {
      order = value.compareTo(other.value);
    }
    return order == 0 ? key.compareTo(other.key) : order;
  }
}
