package io.kubilitics.layout.drawing;

import io.kubilitics.model.ResourceId;
import java.util.Set;

/// What differs between two revisions.
///
/// @param everything whether it is not known singly
/// @param nodes that came, changed or went
/// @param ends of edges that came, changed or went
public record Disturbance(boolean everything, Set<ResourceId> nodes, Set<ResourceId> ends) {
  public static final Disturbance EVERYTHING = new Disturbance(true, Set.of(), Set.of());
}
