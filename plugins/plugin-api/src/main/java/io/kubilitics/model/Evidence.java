package io.kubilitics.model;

/// Why an edge is drawn: the field it was read from, with list indexes
/// (`spec.template.spec.containers[0].env[2].valueFrom.secretKeyRef`), the value found there, and
/// the key inside the target where the reference names one (`""` otherwise).
public record Evidence(String path, String value, String key) implements Comparable<Evidence> {
  public Evidence(String path, String value) {
    this(path, value, "");
  }

  /// By path, list indexes as numbers, then value, then key.
  @Override
  public int compareTo(Evidence other) {
    int order = comparePaths(path, other.path);
    if (order == 0) {
      order = value.compareTo(other.value);
    }
    return order == 0 ? key.compareTo(other.key) : order;
  }

  private static int comparePaths(String one, String other) {
    int at = 0;
    int most = Math.min(one.length(), other.length());
    while (at < most && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    int start = at;
    while (start > 0 && Character.isDigit(one.charAt(start - 1))) {
      start--;
    }
    boolean indexes = start > 0 && one.charAt(start - 1) == '[';
    int digits = indexes ? digitsFrom(one, start) - digitsFrom(other, start) : 0;
    return digits == 0 ? one.compareTo(other) : digits;
  }

  private static int digitsFrom(String text, int start) {
    int end = start;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end - start;
  }
}
