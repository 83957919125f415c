package io.kubilitics.topology;

import io.kubilitics.model.Edge;
import java.util.List;
import java.util.stream.Stream;

/// The part of one topology that a query asked for and its viewer may see, in the fixed order of
/// every output. Immutable; streams are made anew at each call and hold no more than one element.
public interface Selection {
  /// The revision of the topology it was taken from.
  long revision();

  /// Whether every kind that is in was fully known.
  boolean complete();

  /// The kinds that are in, ordered by kind.
  List<KindSummary> kinds();

  int nodeCount();

  int edgeCount();

  /// Ordered by the text of their ids.
  Stream<Node> nodes();

  /// Ordered by the text of their ids.
  Stream<Edge> edges();

  /// The same part by handle, without the relations and nodes that are only made when they are
  /// asked for.
  Network network();
}
