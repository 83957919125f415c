package io.kubilitics.export;

import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The nodes of a namespace together, for formats in which it encloses them. Takes a list of
/// references to the nodes.
///
/// @param id as it stands in the ids of the nodes; `""` for those that are in no namespace
/// @param name `""` for those that are in no namespace
/// @param nodes in the order of the selection
record NodesByNamespace(String id, String name, List<Node> nodes) {
  /// Ordered by the text of their ids: first those that are in no namespace, if there are any.
  static List<NodesByNamespace> of(Selection selection) {
    SortedMap<String, List<Node>> byId = new TreeMap<>();
    try (Stream<Node> nodes = selection.nodes()) {
      nodes.forEach(
          node -> byId.computeIfAbsent(namespace(node.id()), _ -> new ArrayList<>()).add(node));
    }
    return byId.entrySet().stream()
        .map(entry ->
            new NodesByNamespace(
                entry.getKey(), entry.getValue().getFirst().id().namespace(), entry.getValue()))
        .toList();
  }

  private static String namespace(ResourceId id) {
    String text = id.toString();
    return id.namespace().isEmpty()
        ? ""
        : text.substring(text.indexOf('/') + 1, text.lastIndexOf('/'));
  }

  /// Whether something encloses the nodes at all.
  boolean isNamespace() {
    return !id.isEmpty();
  }
}
