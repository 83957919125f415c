package io.kubilitics.source.cluster.discovery;

/// What may stand in the path of a request. A server says it, and it might be hostile: nothing else
/// is ever put into a path.
final class ApiName {
  private static final int LONGEST = 253;

  private ApiName() {}

  /// A group, a version or a plural: lower-case letters, digits, dots and dashes, not led by a dot.
  static boolean isSegment(String text) {
    return isShort(text)
        && text.charAt(0) != '.'
        && text.chars().allMatch(c -> isSmall(c) || c == '-' || c == '.');
  }

  /// The name of a kind: letters and digits.
  static boolean isKind(String text) {
    return isShort(text) && text.chars().allMatch(c -> isSmall(c) || (c >= 'A' && c <= 'Z'));
  }

  private static boolean isShort(String text) {
    return !text.isEmpty() && text.length() <= LONGEST;
  }

  private static boolean isSmall(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
