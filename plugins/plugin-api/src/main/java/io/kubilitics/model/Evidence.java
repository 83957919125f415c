package io.kubilitics.model;

/// Why an edge is drawn: the field it was read from, with list indexes
/// (`spec.template.spec.containers[0].env[2].valueFrom.secretKeyRef`) and the value found there.
///
/// @param key inside the target, where the reference names one: of a ConfigMap, a port; else `""`
/// @param attributes what is said of the edge beside that, in a few words (`not ready`, `TCP/80`,
///   `readOnly`), or `""`
public record Evidence(String path, String value, String key, String attributes)
    implements Comparable<Evidence> {
  public Evidence(String path, String value) {
    this(path, value, "", "");
  }

  public Evidence(String path, String value, String key) {
    this(path, value, key, "");
  }

  public Evidence withAttributes(String attributes) {
    return new Evidence(path, value, key, attributes);
  }

  /// By path, list indexes as numbers, then value, then key, then attributes.
  @Override
  public int compareTo(Evidence other) {
    int order = comparePaths(path, other.path);
    if (order == 0) {
      order = value.compareTo(other.value);
    }
    if (order == 0) {
      order = key.compareTo(other.key);
    }
    return order == 0 ? attributes.compareTo(other.attributes) : order;
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
