package io.kubilitics.source.cluster.feed;

import io.kubilitics.model.ResourceId;
import java.util.List;

/// What becomes of the objects a feed reads. One thread at a time.
interface Intake {
  /// A list begins: what is not in it will be gone.
  void listBegins();

  /// The object is there.
  ///
  /// @param replays whether it belongs to a list
  /// @return what stands in its head, as far as it could be read
  ObjectHead put(Piece object, boolean replays);

  /// The object is gone.
  ObjectHead gone(Piece object);

  /// The list is complete.
  void listEnds();

  /// Hands over what has been collected.
  void flush();

  /// Nothing of what was told may be taken for true any more: it is forbidden to look, or there is
  /// no such kind.
  void withdraw();

  /// Something went wrong in between: all objects are told again when they come again.
  void doubt();

  /// The objects that the listener may know of. After the last call of any other method.
  List<ResourceId> told();

  /// How many objects of the list that is being read came for the first time.
  long arrivals();
}
