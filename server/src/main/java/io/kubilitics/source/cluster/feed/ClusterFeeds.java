package io.kubilitics.source.cluster.feed;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.source.cluster.connection.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All feeds of one cluster, and what they have in common: the way to its server, what that turned
/// out to offer, at most four lists at once, and a thread that notices when one of them waits for
/// nothing, or when the machine was asleep. Any thread.
public final class ClusterFeeds implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClusterFeeds.class);
  private static final int MOST_LISTS = 4;

  private final String cluster;
  private final Ground ground;
  private final RandomGenerator random;
  private final Set<KindFeed> feeds = ConcurrentHashMap.newKeySet();
  private final Thread watch;
  private volatile boolean closed;

  /// What every feed of a cluster stands on.
  record Ground(
      Connection connection,
      Catalogue catalogue,
      FeedPace pace,
      Clock clock,
      LongSupplier nanos,
      ListSlots slots,
      ServerAbilities abilities) {}

  private ClusterFeeds(String cluster, Ground ground, RandomGenerator random) {
    this.cluster = cluster;
    this.ground = ground;
    this.random = random;
    watch = Thread.ofVirtual().name("feeds-watch " + cluster).unstarted(this::watch);
  }

  /// The feeds of a cluster, none yet. Nothing is asked before the first is opened.
  ///
  /// @param cluster for names of threads and for the log
  /// @param connection not closed with the feeds
  /// @param catalogue of this cluster alone; what its definitions say is handed to it by the
  ///   listener, see [FeedListener#defined]
  public static ClusterFeeds open(
      String cluster,
      Connection connection,
      Catalogue catalogue,
      FeedPace pace,
      Clock clock,
      RandomGenerator random) {
    return open(cluster, connection, catalogue, pace, clock, System::nanoTime, random);
  }

  /// The same in a time of its own.
  ///
  /// @param nanos the machine's own time, which stands still while that sleeps
  static ClusterFeeds open(
      String cluster,
      Connection connection,
      Catalogue catalogue,
      FeedPace pace,
      Clock clock,
      LongSupplier nanos,
      RandomGenerator random) {
    Ground ground =
        new Ground(
            connection,
            catalogue,
            pace,
            clock,
            nanos,
            new ListSlots(MOST_LISTS),
            new ServerAbilities());
    ClusterFeeds feeds = new ClusterFeeds(cluster, ground, random);
    feeds.watch.start();
    return feeds;
  }

  /// Begins to read what is ordered, on a thread of its own.
  ///
  /// @param listener of this feed alone
  public KindFeed open(FeedOrder order, FeedListener listener) {
    String name = cluster + " " + order;
    Telling telling = new Telling(listener);
    Intake intake =
        order.shape() == FeedOrder.Shape.EVENTS
            ? new EventIntake(ground.catalogue(), telling)
            : new ObjectIntake(order.kind(), ground.catalogue(), telling);
    FeedLoop loop = new FeedLoop(name, order, ground, telling, intake, newRandom());
    Thread thread = Thread.ofVirtual().name("feed " + name).unstarted(loop);
    KindFeed feed = new KindFeed(this, order, loop, thread);
    synchronized (this) {
      if (closed) {
        throw new IllegalStateException("the feeds of " + cluster + " are closed");
      }
      feeds.add(feed);
    }
    thread.start();
    return feed;
  }

  /// For lists of the cluster that no feed makes.
  public ListSlots slots() {
    return ground.slots();
  }

  /// The server answers again: feeds that wait before they try to reach it do so within a second,
  /// not all at the same moment.
  public void serverIsBack() {
    feeds.forEach(feed -> feed.loop().serverIsBack());
  }

  private synchronized RandomGenerator newRandom() {
    return new SplittableRandom(random.nextLong());
  }

  void forget(KindFeed feed) {
    feeds.remove(feed);
  }

  private void watch() {
    Duration tick = ground.pace().tick();
    Instant last = ground.clock().instant();
    while (!closed) {
      try {
        Thread.sleep(tick);
      } catch (InterruptedException _) {
        return;
      }
      Instant now = ground.clock().instant();
      boolean leapt = Duration.between(last, now).compareTo(tick.plus(ground.pace().leap())) > 0;
      if (leapt) {
        LOG.info("{}: was asleep since {}, all watches are opened again", cluster, last);
      }
      for (KindFeed feed : feeds) {
        look(feed, leapt ? last : null);
      }
      last = now;
    }
  }

  /// A bug in one feed leaves the others watched.
  ///
  /// @param asleepSince null when nobody was
  private void look(KindFeed feed, @Nullable Instant asleepSince) {
    try {
      if (asleepSince != null) {
        feed.loop().leap(asleepSince);
      }
      feed.loop().check();
    } catch (RuntimeException bug) {
      LOG.error("{}: a feed could not be looked after", cluster, bug);
    }
  }

  /// Ends all feeds; returns when no further call of a listener will come.
  @Override
  public void close() {
    List<KindFeed> open;
    synchronized (this) {
      closed = true;
      open = List.copyOf(feeds);
    }
    watch.interrupt();
    open.forEach(KindFeed::close);
  }
}
