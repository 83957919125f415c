package io.kubilitics.model.drawing;

import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Rect;
import io.kubilitics.model.RelationType.Category;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// One cluster on the canvas.
///
/// @param revision of the topology it shows
/// @param epoch counts the arrangements that were made anew
/// @param arrangement what the frames stand for: `namespace`, `app`, `node`, `none`
/// @param bounds what its frames cover on the canvas
/// @param filters what was asked for, one text each, as a command line has it
/// @param notes what is not drawn singly, or not known, one sentence each
/// @param complete whether everything of the kinds shown is known
/// @param tally every object that passes the filters
/// @param relations how many edges of each category there are
/// @param frames by key
public record Region(
    ClusterId cluster,
    long revision,
    long epoch,
    Instant asOf,
    String arrangement,
    Rect bounds,
    List<String> filters,
    List<String> notes,
    boolean complete,
    Tally tally,
    Map<Category, Integer> relations,
    List<Frame> frames,
    List<Street> streets) {
  public Region {
    filters = List.copyOf(filters);
    notes = List.copyOf(notes);
    relations =
        relations.isEmpty()
            ? Map.of()
            : Collections.unmodifiableMap(new EnumMap<Category, Integer>(relations));
    frames = List.copyOf(frames);
    streets = List.copyOf(streets);
  }
}
