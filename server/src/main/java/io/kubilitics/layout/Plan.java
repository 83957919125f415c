package io.kubilitics.layout;

import io.kubilitics.model.Rect;
import java.util.List;

/// Where everything of one topology stands. Geometry only: it does not change when an object's
/// health or a text does, and it is the same for every viewer. Immutable.
///
/// @param revision of the topology it was made from
/// @param epoch counts the times everything was arranged anew
/// @param bounds of all frames
/// @param frames by key
public record Plan(
    Arrangement arrangement, long revision, long epoch, Rect bounds, List<FramePlan> frames) {
  public Plan {
    frames = List.copyOf(frames);
  }
}
