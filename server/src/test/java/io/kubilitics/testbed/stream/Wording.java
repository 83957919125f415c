package io.kubilitics.testbed.stream;

import java.util.List;

/// How the content of a topic is worded.
///
/// @param key the field by which an item is known in its topic
/// @param put lists of items that are there
/// @param gone lists of keys of items that are not
public record Wording(String key, List<String> put, List<String> gone) {
  /// Of everything but a topology.
  public static final Wording ITEMS = new Wording("key", List.of("put"), List.of("gone"));

  public static final Wording TOPOLOGY =
      new Wording("id", List.of("nodes", "edges"), List.of("nodesGone", "edgesGone"));
}
