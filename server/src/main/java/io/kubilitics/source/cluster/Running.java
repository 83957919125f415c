package io.kubilitics.source.cluster;

import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.ResourceId;
import io.kubilitics.source.cluster.Feeder.Feed;
import io.kubilitics.source.cluster.feed.FeedOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A feed at work, and what it said last. Used by the plan's thread only.
final class Running {
  final FeedOrder order;
  final Delivery delivery;
  final Feed feed;
  @Nullable Knowledge knowledge;
  String message = "";

  Running(FeedOrder order, Delivery delivery, Feed feed) {
    this.order = order;
    this.delivery = delivery;
    this.feed = feed;
  }

  boolean isSettled() {
    return knowledge != null && knowledge != Knowledge.SYNCING;
  }

  boolean isComplete() {
    return knowledge != null && knowledge.isComplete();
  }

  /// Ends the feed.
  ///
  /// @return the objects that it told of
  List<ResourceId> end() {
    List<ResourceId> found = feed.end();
    List<ResourceId> held = new ArrayList<>(delivery.standsBack() ? List.of() : found);
    held.addAll(delivery.held());
    return held;
  }
}
