package io.kubilitics.access;

import java.util.Arrays;
import java.util.List;

/// The path of a route, such as `/api/v1/clusters/{cluster}`: each part is a word that must be
/// there, or a name in braces for exactly one part of any text. Case and trailing slashes count.
public record PathPattern(List<String> parts) {
  public PathPattern {
    parts = List.copyOf(parts);
  }

  public static PathPattern of(String text) {
    if (!text.startsWith("/")) {
      throw new IllegalArgumentException("the path '" + text + "' does not begin with a slash");
    }
    return new PathPattern(split(text));
  }

  /// Whether a path as it was sent has this form.
  public boolean matches(String path) {
    List<String> sent = split(path);
    if (!path.startsWith("/") || sent.size() != parts.size()) {
      return false;
    }
    for (int at = 0; at < parts.size(); at++) {
      boolean fits = isName(at) ? !sent.get(at).isEmpty() : parts.get(at).equals(sent.get(at));
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /// Whether some path has both forms.
  boolean overlaps(PathPattern other) {
    if (parts.size() != other.parts.size()) {
      return false;
    }
    for (int at = 0; at < parts.size(); at++) {
      if (!isName(at) && !other.isName(at) && !parts.get(at).equals(other.parts.get(at))) {
        return false;
      }
    }
    return true;
  }

  private boolean isName(int at) {
    return parts.get(at).startsWith("{");
  }

  private static List<String> split(String path) {
    return Arrays.asList(path.substring(Math.min(1, path.length())).split("/", -1));
  }

  @Override
  public String toString() {
    return "/" + String.join("/", parts);
  }
}
