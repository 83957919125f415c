package io.kubilitics.api.stream;

import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.Session;

/// A hold on a feed, which is watched except while it is shut. Used by one thread.
final class Tap implements AutoCloseable {
  private final Feeds feeds;
  private final Feed feed;
  private final String caller;
  private final Feed.Watcher watcher;

  private Tap(Feeds feeds, Feed feed, String caller, Feed.Watcher watcher) {
    this.feeds = feeds;
    this.feed = feed;
    this.caller = caller;
    this.watcher = watcher;
  }

  /// One that is shut.
  ///
  /// @throws ProblemException `Busy` when too much is open
  static Tap of(Feeds feeds, Session session, ChannelKey key, String caller, Feed.Watcher watcher) {
    return new Tap(feeds, feeds.hold(session, key, caller), caller, watcher);
  }

  Feed feed() {
    return feed;
  }

  void open() {
    feed.watch(watcher);
  }

  void shut() {
    feed.forget(watcher);
  }

  /// Lets go of the feed.
  @Override
  public void close() {
    shut();
    feeds.release(feed, caller);
  }
}
