package io.kubilitics.layout.plan;

import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Frame;
import java.util.List;

/// One frame of a map.
///
/// @param key the namespace, or what else the map is arranged by; `""` for the cluster band
/// @param rect on the canvas
/// @param blocks by key
public record FramePlan(
    String key, Frame.Type type, String title, Rect rect, List<BlockPlan> blocks) {
  public FramePlan {
    blocks = List.copyOf(blocks);
  }
}
