package io.kubilitics.testbed.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/// What is wrong: as many findings as the summary counts, which is always in view.
public record ShownFindings() implements Shown {
  private static final String COUNTS = "counts";

  @Override
  public String show() {
    return "findings";
  }

  @Override
  public boolean isInView(String topic, Set<String> namespaces) {
    return namespaces.isEmpty() || topic.isEmpty() || namespaces.contains(topic);
  }

  @Override
  public String complaint(FoldedItems state, boolean whole) {
    JsonNode summary = state.of("").get(COUNTS);
    if (summary == null) {
      return "there is no summary";
    }
    int found = 0;
    for (SortedMap<String, JsonNode> items : state.items().values()) {
      for (Map.Entry<String, JsonNode> item : items.entrySet()) {
        boolean isSummary = item.getKey().equals(COUNTS);
        if (!isSummary && !item.getValue().has("finding")) {
          return "no finding: " + item.getValue();
        }
        found += isSummary ? 0 : 1;
      }
    }
    int counted = 0;
    for (JsonNode count : summary.path("summary").path(COUNTS)) {
      counted += count.asInt();
    }
    return whole && counted != found ? found + " findings, " + counted + " are counted" : "";
  }
}
