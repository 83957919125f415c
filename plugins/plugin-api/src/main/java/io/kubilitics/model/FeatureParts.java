package io.kubilitics.model;

import java.util.ArrayList;
import java.util.List;

/// Texts of several parts, as features hold them.
final class FeatureParts {
  private FeatureParts() {}

  /// The value without what separates parts.
  static String plain(String value) {
    return value.indexOf('\n') < 0 && value.indexOf('\t') < 0 && value.indexOf(',') < 0
        ? value
        : value.replaceAll("[\\n\\t,]", " ");
  }

  /// Every part, also empty ones; nothing of an empty text.
  static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    if (text.isEmpty()) {
      return parts;
    }
    int start = 0;
    for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
      parts.add(text.substring(start, end));
      start = end + 1;
    }
    parts.add(text.substring(start));
    return parts;
  }
}
