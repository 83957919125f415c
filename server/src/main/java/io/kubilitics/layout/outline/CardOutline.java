package io.kubilitics.layout.outline;

import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.CardShape;
import java.util.List;

/// One card: an object and what stands inside it.
///
/// @param surges whether its controller starts new Pods before it ends the old ones
/// @param pods ordered by id
/// @param generations newest first
/// @param folded what is drawn nowhere else, ordered by id
public record CardOutline(
    ResourceId id,
    CardShape shape,
    boolean surges,
    List<ResourceId> pods,
    List<ResourceId> generations,
    List<ResourceId> folded) {
  public CardOutline {
    pods = List.copyOf(pods);
    generations = List.copyOf(generations);
    folded = List.copyOf(folded);
  }
}
