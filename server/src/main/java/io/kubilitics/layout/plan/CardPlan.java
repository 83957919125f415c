package io.kubilitics.layout.plan;

import io.kubilitics.model.Rect;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.CardShape;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/// Where one object stands, and what stands inside it.
///
/// @param id the object; also of a ghost or of something outside the cluster
/// @param rect in its block
/// @param capacity how many cells it has, taken or not; 0 without cells
/// @param cells the Pods by the number of their cell
/// @param generations ReplicaSets, Jobs, ControllerRevisions, newest first
/// @param folded objects that are drawn nowhere else: EndpointSlices of a Service, the claims of a
///   Pod in a cell; ordered by id
public record CardPlan(
    ResourceId id,
    CardShape shape,
    Rect rect,
    int capacity,
    SortedMap<Integer, ResourceId> cells,
    List<ResourceId> generations,
    List<ResourceId> folded) {
  public CardPlan {
    generations = List.copyOf(generations);
    folded = List.copyOf(folded);
  }

  /// The object of the card, then all that stand inside it.
  public Stream<ResourceId> objects() {
    if (cells.isEmpty() && generations.isEmpty() && folded.isEmpty()) {
      return Stream.of(id);
    }
    return Stream.of(Stream.of(id), cells.values().stream(), generations.stream(), folded.stream())
        .flatMap(ids -> ids);
  }
}
