package io.kubilitics.source;

import io.kubilitics.model.Change;
import io.kubilitics.model.ResourceId;
import java.util.List;

/// Told what a source reads. Called from the source's threads, one call at a time; may block, which
/// makes the source wait.
public interface SourceListener {
  /// The next changes, in order.
  void changes(List<Change> batch);

  /// A document that could not be read, or only in part. The rest goes on.
  void rejected(Place place, String reason);

  /// Where an object among the changes stands; told before it is, and only by sources that people
  /// write.
  default void placed(ResourceId id, Place place) {}

  /// An object that came before stands here again; the first counts.
  default void duplicate(ResourceId id, Place place, Place first) {
    rejected(place, id + " is also in " + first + ", which counts");
  }

  /// Something that was never meant to be an object, or not before it is rendered.
  default void passedOver(Place place, String reason) {
    rejected(place, reason);
  }
}
