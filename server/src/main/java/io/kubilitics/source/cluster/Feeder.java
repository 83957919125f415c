package io.kubilitics.source.cluster;

import io.kubilitics.model.ResourceId;
import io.kubilitics.source.cluster.feed.FeedListener;
import io.kubilitics.source.cluster.feed.FeedOrder;
import java.util.List;

/// Starts feeds of one cluster.
interface Feeder {
  /// Begins to read in the background.
  ///
  /// @param listener told by the feed's own threads
  Feed start(FeedOrder order, FeedListener listener);

  /// One order that is being delivered.
  interface Feed {
    /// Reads everything again and tells of what is different.
    void relist();

    /// Asks at once for what may not be read.
    void tryAgain();

    /// Ends it; nothing more is told when this returns.
    ///
    /// @return the objects that it has told of and that were there when it ended
    List<ResourceId> end();
  }
}
