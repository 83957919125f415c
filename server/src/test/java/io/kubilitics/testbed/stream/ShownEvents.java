package io.kubilitics.testbed.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.SortedMap;

/// What the cluster reported: of each namespace the latest events, each once under its own key.
public record ShownEvents() implements Shown {
  private static final int MOST = 200;

  @Override
  public String show() {
    return "events";
  }

  @Override
  public String complaint(FoldedItems state, boolean whole) {
    for (SortedMap<String, JsonNode> items : state.items().values()) {
      if (items.size() > MOST) {
        return items.size() + " events of one topic";
      }
      for (Map.Entry<String, JsonNode> item : items.entrySet()) {
        if (!item.getValue().path("event").path("key").asText().equals(item.getKey())) {
          return "an event under another key: " + item.getValue();
        }
      }
    }
    return "";
  }
}
