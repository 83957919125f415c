package io.kubilitics.catalogue.file;

import io.kubilitics.catalogue.field.FieldPath;
import java.util.ArrayList;
import java.util.List;

/// Reads paths as files write them: `spec.(containers|initContainers)[].env[]` stands for two.
final class Paths {
  private Paths() {}

  /// One path, without choices.
  static FieldPath read(YamlNode node) {
    return parse(node.asText(), node.line());
  }

  /// The paths a text stands for, in the order it names them.
  static List<FieldPath> readAll(YamlNode node) {
    List<FieldPath> paths = new ArrayList<>();
    for (String text : spread(node.asText(), node.line())) {
      paths.add(parse(text, node.line()));
    }
    return paths;
  }

  private static FieldPath parse(String text, int line) {
    try {
      return FieldPath.parse(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidFileException(line, String.valueOf(e.getMessage()));
    }
  }

  private static List<String> spread(String text, int line) {
    int open = text.indexOf('(');
    if (open < 0) {
      return List.of(text);
    }
    int close = text.indexOf(')', open);
    if (close < 0) {
      throw new InvalidFileException(line, "path '" + text + "' has a ( without )");
    }
    List<String> texts = new ArrayList<>();
    for (String choice : text.substring(open + 1, close).split("\\|", -1)) {
      texts.addAll(spread(text.substring(0, open) + choice + text.substring(close + 1), line));
    }
    return texts;
  }
}
