package io.kubilitics.session.map;

import io.kubilitics.layout.Arrangement;
import io.kubilitics.model.Rect;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.topology.TopologyQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be drawn of one cluster or of several.
///
/// @param level null for the finest at which the window can be read
/// @param window on the canvas, null for everything
/// @param arrangement what the frames stand for; means nothing with a focus
/// @param part what is to be in; with a focus its surroundings are laid out by themselves
/// @param filters the same in words, one text each
/// @param selected whose relations are lit, null for nothing
public record MapQuery(
    @Nullable Level level,
    @Nullable Rect window,
    Arrangement arrangement,
    TopologyQuery part,
    List<String> filters,
    @Nullable ResourceId selected) {
  public MapQuery {
    filters = List.copyOf(filters);
  }
}
