package io.kubilitics.source;

import io.kubilitics.model.Change;
import io.kubilitics.model.ObjectEvent;
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

  /// What was told so far makes a picture worth showing; the rest follows. Told once at most, and
  /// only by sources that take their time.
  default void usable() {}

  /// How the source is doing as a whole; the last one counts. Only from sources that are connected
  /// to something.
  default void condition(SourceCondition condition) {}

  /// Something that was reported of an object, the oldest first; the same event may come again with
  /// a higher count.
  default void event(ObjectEvent event) {}
}
