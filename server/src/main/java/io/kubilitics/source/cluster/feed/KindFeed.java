package io.kubilitics.source.cluster.feed;

import io.kubilitics.model.ResourceId;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The objects of one kind in one scope: listed, watched, and kept up to date whatever happens
/// until it is closed. Made and started by [ClusterFeeds#open]. Any thread.
public final class KindFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KindFeed.class);
  private static final Duration LONGEST_END = Duration.ofSeconds(5);

  private final ClusterFeeds feeds;
  private final FeedOrder order;
  private final FeedLoop loop;
  private final Thread thread;

  KindFeed(ClusterFeeds feeds, FeedOrder order, FeedLoop loop, Thread thread) {
    this.feeds = feeds;
    this.order = order;
    this.loop = loop;
    this.thread = thread;
  }

  public FeedOrder order() {
    return order;
  }

  /// Whether everything there was has been told at least once since the kind could be read.
  public boolean isListed() {
    return loop.isListed();
  }

  /// Waits until everything there was has been told, or it turned out that it may not be read or is
  /// not served, or the feed is closed.
  ///
  /// @return false when that was not so within the limit
  public boolean awaitSettled(Duration limit) throws InterruptedException {
    return loop.awaitSettled(limit);
  }

  /// Asks for everything to be read again, because kinds were learned since then; only what differs
  /// is told. Also tries at once what is waited for. Returns at once.
  public void relist() {
    loop.relist();
  }

  /// Asks at once for what may not be read, instead of rarely. Does nothing to what can be read.
  /// Returns at once.
  public void tryAgain() {
    loop.tryAgain();
  }

  FeedLoop loop() {
    return loop;
  }

  Thread thread() {
    return thread;
  }

  /// Ends the feed for another one that takes its place. A thread that hears no interruption is
  /// left behind after a while: it has told its last, and holds nothing that others need.
  ///
  /// @return the objects that were told of and not told to be gone
  public List<ResourceId> end() throws InterruptedException {
    return end(LONGEST_END);
  }

  List<ResourceId> end(Duration longest) throws InterruptedException {
    close();
    if (!thread.join(longest)) {
      LOG.warn("{} did not end in time", thread.getName());
    }
    return loop.told();
  }

  /// Ends the feed; returns when no further call of the listener will come.
  @Override
  public void close() {
    feeds.forget(this);
    loop.close(thread);
  }
}
