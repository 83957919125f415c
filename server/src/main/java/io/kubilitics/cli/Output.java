package io.kubilitics.cli;

import io.kubilitics.export.DataFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How `graph` can write.
enum Output {
  TABLE(null),
  JSON(DataFormat.JSON),
  YAML(DataFormat.YAML),
  DOT(DataFormat.DOT),
  GRAPHML(DataFormat.GRAPHML),
  MERMAID(DataFormat.MERMAID);

  private final @Nullable DataFormat format;

  Output(@Nullable DataFormat format) {
    this.format = format;
  }

  /// The notation for other programs, null for the table.
  @Nullable DataFormat format() {
    return format;
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Output named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  static List<String> words() {
    return List.of(values()).stream().map(Output::text).toList();
  }
}
