package io.kubilitics.testbed.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Nodes and edges: an edge stands in the topic of its source, and what it leads to is there.
public record ShownTopology() implements Shown {
  @Override
  public String show() {
    return "topology";
  }

  @Override
  public Wording wording() {
    return Wording.TOPOLOGY;
  }

  @Override
  public String complaint(FoldedItems state, boolean whole) {
    Set<String> all = new HashSet<>();
    state.items().values().forEach(items -> all.addAll(items.keySet()));
    for (Map.Entry<String, ? extends Map<String, JsonNode>> topic : state.items().entrySet()) {
      for (JsonNode item : topic.getValue().values()) {
        if (!item.has("source")) {
          continue;
        }
        if (!topic.getValue().containsKey(item.path("source").asText())) {
          return "the source of an edge is not in its topic: " + item;
        }
        if (whole && !all.contains(item.path("target").asText())) {
          return "the target of an edge is not there: " + item;
        }
      }
    }
    return "";
  }
}
