package io.kubilitics.source.cluster;

import io.kubilitics.model.ResourceId;
import io.kubilitics.source.cluster.feed.ClusterFeeds;
import io.kubilitics.source.cluster.feed.FeedListener;
import io.kubilitics.source.cluster.feed.FeedOrder;
import io.kubilitics.source.cluster.feed.KindFeed;
import java.util.List;

/// Starts the feeds of a live cluster.
record OfFeeds(ClusterFeeds feeds) implements Feeder {
  @Override
  public Feed start(FeedOrder order, FeedListener listener) {
    return new Started(feeds.open(order, listener));
  }

  private record Started(KindFeed feed) implements Feed {
    @Override
    public void relist() {
      feed.relist();
    }

    @Override
    public void tryAgain() {
      feed.tryAgain();
    }

    @Override
    public List<ResourceId> end() {
      try {
        return feed.end();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return List.of();
      }
    }
  }
}
