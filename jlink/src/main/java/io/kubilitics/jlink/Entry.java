package io.kubilitics.jlink;

import java.util.Arrays;

/// One file of a jar: its path inside and its content.
final class Entry {
  private final String path;
  private final byte[] content;

  Entry(String path, byte[] content) {
    this.path = path;
    this.content = content;
  }

  String path() {
    return path;
  }

  byte[] content() {
    return content;
  }

  boolean isClass() {
    return path.endsWith(".class");
  }

  boolean hasContentOf(Entry other) {
    return Arrays.equals(content, other.content);
  }

  /// The package in the class file's own spelling, `""` for a file at the root.
  String folder() {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
