package io.kubilitics.testbed.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A drawing: one region, and frames that hold every block.
///
/// @param framesAreNamespaces whether it is arranged so
public record ShownDrawing(boolean framesAreNamespaces) implements Shown {
  @Override
  public String show() {
    return "drawing";
  }

  @Override
  public boolean hasNamespaces() {
    return framesAreNamespaces;
  }

  @Override
  public boolean isInView(String topic, Set<String> namespaces) {
    return namespaces.isEmpty() || topic.isEmpty() || namespaces.contains(topic);
  }

  @Override
  public String complaint(FoldedItems state, boolean whole) {
    if (!state.of("").containsKey("region")) {
      return "there is no region";
    }
    int inFrames = 0;
    for (Map.Entry<String, ? extends Map<String, JsonNode>> topic : state.items().entrySet()) {
      Map<String, JsonNode> items = topic.getValue();
      for (String key : items.keySet()) {
        boolean ofAll = key.equals("region") || key.startsWith("street ");
        if (ofAll && !topic.getKey().isEmpty()) {
          return key + " in frame '" + topic.getKey() + "'";
        }
        if (!ofAll && !items.containsKey("frame")) {
          return key + " in no frame: '" + topic.getKey() + "'";
        }
      }
      inFrames += objects(items.get("frame"), "frame");
    }
    int all = objects(state.of("").get("region"), "region");
    return whole && all != inFrames
        ? "the region counts " + all + " objects, its frames " + inFrames
        : "";
  }

  private static int objects(@Nullable JsonNode item, String type) {
    return item == null ? 0 : item.path(type).path("tally").path("objects").asInt();
  }
}
