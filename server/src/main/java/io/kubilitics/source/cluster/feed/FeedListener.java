package io.kubilitics.source.cluster.feed;

import io.kubilitics.catalogue.CustomKind;
import io.kubilitics.model.Change;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.ObjectEvent;
import java.util.List;

/// Told by a feed on threads of its own, in order, one call at a time; may block, which makes the
/// feed wait.
public interface FeedListener {
  /// Objects that are there, or gone: `Put` and `Gone` only.
  void changes(List<Change> batch);

  /// How well the kind is known from now on, and why not better.
  void knowledge(Knowledge knowledge, String message);

  /// One object that could not be read; the rest goes on.
  void rejected(String object, String reason);

  /// What a CustomResourceDefinition among the objects says of its kind; told before the object.
  default void defined(CustomKind kind) {}

  /// An event, from a feed of events.
  default void event(ObjectEvent event) {}
}
