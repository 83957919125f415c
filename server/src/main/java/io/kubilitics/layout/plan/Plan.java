package io.kubilitics.layout.plan;

import io.kubilitics.model.Rect;
import java.util.List;
import java.util.Optional;

/// Where everything of one topology stands. Geometry only: it does not change when an object's
/// health or a text does, and it is the same for every viewer. Immutable.
///
/// @param revision of the topology it was made from
/// @param epoch counts the times everything was arranged anew
/// @param bounds of all frames
/// @param frames by key
/// @param districts frames that stand together and are one tile in an overview, by key; empty
///   unless the frames are very many
public record Plan(
    Arrangement arrangement,
    long revision,
    long epoch,
    Rect bounds,
    List<FramePlan> frames,
    List<District> districts) {
  public Plan {
    frames = List.copyOf(frames);
    districts = List.copyOf(districts);
  }

  /// One without districts.
  public Plan(
      Arrangement arrangement, long revision, long epoch, Rect bounds, List<FramePlan> frames) {
    this(arrangement, revision, epoch, bounds, frames, List.of());
  }

  /// The same places for another revision.
  public Plan ofRevision(long other) {
    return new Plan(arrangement, other, epoch, bounds, frames, districts);
  }

  /// Neighbouring frames.
  ///
  /// @param rect on the canvas
  /// @param frames their keys, in natural order
  public record District(String key, Rect rect, List<String> frames) {
    private static final String KEY = "~district ";

    public District {
      frames = List.copyOf(frames);
    }

    /// The key of a district that is known by the name of this frame.
    public static String key(String frame) {
      return KEY + frame;
    }

    /// The name by which a district is known; nothing for the key of a frame.
    public static Optional<String> name(String key) {
      return key.startsWith(KEY) ? Optional.of(key.substring(KEY.length())) : Optional.empty();
    }
  }
}
