package io.kubilitics.testbed.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/// How well a cluster is known: one topic whatever is in view, with the cluster and its kinds.
public record ShownStatus() implements Shown {
  @Override
  public String show() {
    return "status";
  }

  @Override
  public boolean hasNamespaces() {
    return false;
  }

  @Override
  public boolean isInView(String topic, Set<String> namespaces) {
    return topic.isEmpty();
  }

  @Override
  public String complaint(FoldedItems state, boolean whole) {
    JsonNode cluster = state.of("").get("cluster");
    if (cluster == null) {
      return "there is no cluster";
    }
    int count = 0;
    for (Map.Entry<String, JsonNode> item : state.of("").entrySet()) {
      boolean isKind = item.getKey().startsWith("kind ");
      if (!item.getValue().has(isKind ? "kind" : "cluster")) {
        return "an item of another type than its key says: " + item.getValue();
      }
      count += item.getValue().path("kind").path("count").asInt();
    }
    int all = cluster.path("cluster").path("nodeCount").asInt();
    return all >= count ? "" : "the cluster counts " + all + " objects, its kinds " + count;
  }
}
