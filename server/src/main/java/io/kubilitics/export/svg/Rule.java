package io.kubilitics.export.svg;

import io.kubilitics.layout.text.TextStyle;
import org.jspecify.annotations.Nullable;

/// One rule of the style sheet: a class and what it declares.
///
/// @param number its place in the sheet; of two on one element the later wins
/// @param name of the class
/// @param declarations CSS with the names of colours in braces: `fill:{card}`
/// @param style of texts, by which they are measured; null for what is no text
record Rule(int number, String name, String declarations, @Nullable TextStyle style) {
  /// @throws IllegalStateException for a rule that is not for texts
  TextStyle type() {
    if (style == null) {
      throw new IllegalStateException("." + name + " is not for texts");
    }
    return style;
  }
}
