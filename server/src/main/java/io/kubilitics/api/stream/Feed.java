package io.kubilitics.api.stream;

import io.kubilitics.session.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A channel that clients share. Its thread takes editions from the channel, one per batch at most
/// and the first one after a quiet time at once, so that all its clients go the same steps and
/// share what is written of them. While nobody looks it takes none.
final class Feed implements AutoCloseable {
  /// Who looks; told by any thread, and must not block.
  interface Watcher {
    void news();
  }

  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

  private final long number;
  private final ChannelKey key;
  private final Session session;
  private final Channel channel;
  private final StreamPace pace;
  private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private volatile boolean news = true;
  private volatile boolean closed;
  private volatile @Nullable Edition edition;

  private Feed(long number, ChannelKey key, Session session, Channel channel, StreamPace pace) {
    this.number = number;
    this.key = key;
    this.session = session;
    this.channel = channel;
    this.pace = pace;
    this.thread =
        Thread.ofVirtual().name("feed-" + key.cluster() + "-" + number).unstarted(this::run);
  }

  static Feed start(
      long number, ChannelKey key, Session session, ChannelMaker maker, StreamPace pace) {
    Feed feed = new Feed(number, key, session, maker.open(session, key), pace);
    feed.thread.start();
    return feed;
  }

  long number() {
    return number;
  }

  ChannelKey key() {
    return key;
  }

  Session session() {
    return session;
  }

  boolean isClosed() {
    return closed;
  }

  /// The latest edition that was taken.
  Optional<Edition> edition() {
    return Optional.ofNullable(edition);
  }

  boolean isInView(String topic, Set<String> namespaces) {
    return channel.isInView(topic, namespaces);
  }

  /// Tells of every edition until [#forget], at once of one that is there already, or of the end.
  /// Whoever is the first to look again gets no edition from before.
  synchronized void watch(Watcher watcher) {
    if (watchers.isEmpty()) {
      edition = null;
      news = true;
    }
    watchers.add(watcher);
    LockSupport.unpark(thread);
    if (edition != null || closed) {
      watcher.news();
    }
  }

  synchronized void forget(Watcher watcher) {
    watchers.remove(watcher);
  }

  private void wake() {
    news = true;
    LockSupport.unpark(thread);
  }

  /// All that may take long with a channel happens on this thread, so that nobody waits for it who
  /// opens or closes another one.
  private void run() {
    try {
      channel.listen(this::wake);
      follow();
    } finally {
      channel.close();
    }
  }

  private void follow() {
    while (!closed) {
      if (!news || watchers.isEmpty()) {
        LockSupport.park(this);
        continue;
      }
      news = false;
      if (takeEdition()) {
        rest(pace.batch());
      } else {
        rest(pace.rounds());
        news = true;
      }
    }
  }

  /// A channel that fails is asked again after a while; nobody is told anything wrong meanwhile.
  ///
  /// @return whether it did not fail
  private boolean takeEdition() {
    try {
      Edition before = edition;
      Edition latest = channel.latest().orElse(null);
      if (latest != null && (before == null || latest.revision() > before.revision())) {
        edition = latest;
        watchers.forEach(Watcher::news);
      }
      return true;
    } catch (RuntimeException | Error bug) {
      LOG.error("cluster {}: the channel {} failed", key.cluster(), key.show().text(), bug);
      return false;
    }
  }

  /// Until the next edition may be taken.
  private void rest(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0 && !closed; left = end - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
    }
  }

  /// Lets go of the channel, when it has made the edition it is making. Whoever watches is told,
  /// and finds it closed.
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    watchers.forEach(Watcher::news);
  }
}
