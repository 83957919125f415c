package io.kubilitics.catalogue.file;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads a field that has a few possible values, written as `on-demand`.
final class Choice {
  private Choice() {}

  /// Reads one field.
  ///
  /// @param otherwise the value of an absent field, or null when the field must be there
  static <E extends Enum<E>> E read(
      YamlNode.Mapping mapping, String field, E[] choices, @Nullable E otherwise) {
    if (otherwise != null && mapping.get(field) == null) {
      return otherwise;
    }
    String text = mapping.text(field);
    StringBuilder known = new StringBuilder();
    for (E choice : choices) {
      String written = choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (written.equals(text)) {
        return choice;
      }
      known.append(known.isEmpty() ? "" : ", ").append(written);
    }
    YamlNode node = mapping.get(field);
    throw new InvalidFileException(
        node == null ? mapping.line() : node.line(),
        "'" + field + "' is " + known + ", not '" + text + "'");
  }
}
