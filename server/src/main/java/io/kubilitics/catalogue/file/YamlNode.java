package io.kubilitics.catalogue.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A part of a YAML file and the line it begins on. What it should have been and is not is said
/// with that line.
public sealed interface YamlNode {
  int line();

  record Text(int line, String value) implements YamlNode {}

  record Sequence(int line, List<YamlNode> items) implements YamlNode {}

  /// Names and what they mean.
  ///
  /// @param fields in the order of the file
  record Mapping(int line, Map<String, YamlNode> fields) implements YamlNode {
    /// A new mapping must not have other fields than these.
    void allowOnly(Set<String> names) {
      fields.forEach((name, value) -> {
        if (!names.contains(name)) {
          throw new InvalidFileException(
              value.line(), "unknown field '" + name + "'; known are " + sorted(names));
        }
      });
    }

    @Nullable YamlNode get(String name) {
      return fields.get(name);
    }

    String text(String name) {
      YamlNode node = fields.get(name);
      if (node == null) {
        throw new InvalidFileException(line, "the field '" + name + "' is missing");
      }
      return node.asText();
    }

    String text(String name, String otherwise) {
      YamlNode node = fields.get(name);
      return node == null ? otherwise : node.asText();
    }

    boolean flag(String name) {
      YamlNode node = fields.get(name);
      return node != null && node.asFlag();
    }

    /// A list of texts; one text alone is a list of one; none is empty.
    List<String> texts(String name) {
      YamlNode node = fields.get(name);
      return switch (node) {
        case null -> List.of();
        case Text text -> List.of(text.value());
        case Sequence sequence -> sequence.items().stream().map(YamlNode::asText).toList();
        case Mapping mapping ->
            throw new InvalidFileException(
                mapping.line(), "'" + name + "' must be a list of texts");
      };
    }

    List<YamlNode> list(String name) {
      YamlNode node = fields.get(name);
      if (node == null) {
        return List.of();
      }
      if (node instanceof Sequence sequence) {
        return sequence.items();
      }
      throw new InvalidFileException(node.line(), "'" + name + "' must be a list");
    }

    Map<String, YamlNode> map(String name) {
      YamlNode node = fields.get(name);
      return node == null ? new LinkedHashMap<>() : node.asMapping().fields();
    }

    private static String sorted(Set<String> names) {
      return String.join(", ", names.stream().sorted().toList());
    }
  }

  default String asText() {
    if (this instanceof Text text) {
      return text.value();
    }
    throw new InvalidFileException(line(), "a text is expected here");
  }

  default boolean asFlag() {
    String text = asText();
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true");
    }
    throw new InvalidFileException(line(), "true or false is expected here, not '" + text + "'");
  }

  default Mapping asMapping() {
    if (this instanceof Mapping mapping) {
      return mapping;
    }
    throw new InvalidFileException(line(), "a mapping is expected here");
  }
}
