package io.kubilitics.source.cluster.kubeconfig;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A part of a kubeconfig file and the line it begins on. As a text it shows nothing of what it
/// holds, which may be a secret.
sealed interface Node {
  int line();

  /// A scalar.
  ///
  /// @param plain whether it was written without quotes, so that it may be a number or null
  record Text(int line, String value, boolean plain) implements Node {
    @Override
    public String toString() {
      return "text in line " + line;
    }
  }

  record Items(int line, List<Node> items) implements Node {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String toString() {
      return "list in line " + line;
    }
  }

  /// Names and what they mean, in the order of the file.
  record Fields(int line, Map<String, Node> fields) implements Node {
    /// What has no value is not there.
    @Nullable Node get(String name) {
      Node node = fields.get(name);
      return node == null || node.isNull() ? null : node;
    }

    @Override
    public String toString() {
      return "fields in line " + line;
    }
  }

  default boolean isNull() {
    return this instanceof Text(int _, String value, boolean plain)
        && plain
        && switch (value) {
          case "", "~", "null", "Null", "NULL" -> true;
          default -> false;
        };
  }
}
