package io.kubilitics.diff;

/// Paths as people read them: dots between plain names, quotes around others.
final class FieldNames {
  private FieldNames() {}

  static String below(String path, String name) {
    boolean plain = !name.isEmpty() && name.chars().allMatch(FieldNames::isPlain);
    if (!plain) {
      return path + "[\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
    }
    return path.isEmpty() ? name : path + "." + name;
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_'
        || c == '$';
  }
}
