package io.kubilitics.layout.plan;

import io.kubilitics.model.Rect;
import java.util.List;

/// What differs between two plans of one arrangement. Frames and blocks that are not named are the
/// same objects in both.
///
/// @param fromRevision of the topology
/// @param toRevision of the topology
/// @param epoch of the newer plan; another epoch than before means that everything was arranged
///   anew
/// @param frames that are new, moved, resized or have changed blocks, by key
/// @param gone keys of frames that are in the older plan only
public record PlanDelta(
    long fromRevision, long toRevision, long epoch, List<FrameDelta> frames, List<String> gone) {
  public PlanDelta {
    frames = List.copyOf(frames);
    gone = List.copyOf(gone);
  }

  public boolean isEmpty() {
    return frames.isEmpty() && gone.isEmpty();
  }

  /// One frame of a delta.
  ///
  /// @param key of the frame
  /// @param rect where it stands now
  /// @param blocks that are new, moved or changed, by key
  /// @param gone keys of blocks that are in the older plan only
  public record FrameDelta(String key, Rect rect, List<BlockPlan> blocks, List<String> gone) {
    public FrameDelta {
      blocks = List.copyOf(blocks);
      gone = List.copyOf(gone);
    }
  }
}
