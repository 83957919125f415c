package io.kubilitics.api.stream;

import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Viewer;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.topology.TopologyQuery;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What makes a channel the same for two clients.
///
/// @param arrangement of a drawing
/// @param level of a drawing; null for the finest that can be read
/// @param part what is to be in; its namespaces are empty, those are topics
/// @param names of the objects that events are about; empty for all
/// @param viewer stands for a class of rights: equal viewers see the same
public record ChannelKey(
    ClusterId cluster,
    Show show,
    Arrangement arrangement,
    @Nullable Level level,
    TopologyQuery part,
    Set<String> names,
    Viewer viewer) {
  public ChannelKey {
    names = Set.copyOf(names);
  }
}
