package io.kubilitics.source.cluster;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.source.cluster.connection.ConnectionPace;
import io.kubilitics.source.cluster.connection.ConnectionSettings;
import io.kubilitics.source.cluster.connection.FabricConnection;
import io.kubilitics.source.cluster.credential.Credentials;
import io.kubilitics.source.cluster.feed.FeedPace;
import io.kubilitics.source.cluster.kubeconfig.Authorization;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import io.kubilitics.source.cluster.kubeconfig.Hidden;
import io.kubilitics.source.cluster.kubeconfig.Pem;
import io.kubilitics.source.cluster.kubeconfig.Trust;
import io.kubilitics.testbed.Altered;
import io.kubilitics.testbed.FakeApiServer;
import io.kubilitics.testbed.FakeTrust;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assertions;

/// A source of a live cluster in a test. What is waited for without a reason is fifty times as
/// short as in life; what is given up after a time is not, since a busy machine takes its time.
final class Live implements AutoCloseable {
  static final Catalogue BUILT_IN = Catalogue.builtIn();

  static final ClusterPace FAST =
      new ClusterPace(
          Duration.ofMillis(20),
          Duration.ofMillis(300),
          Duration.ofMillis(300),
          Duration.ofSeconds(60),
          Duration.ofMinutes(2),
          Duration.ofMillis(200),
          Duration.ofSeconds(30),
          Duration.ofMillis(50),
          Duration.ofMillis(50),
          Duration.ofMinutes(10),
          Duration.ofMillis(300),
          Duration.ofMillis(50),
          Duration.ofMillis(500),
          Duration.ofMillis(200),
          Duration.ofMinutes(2));

  /// Fast again after a fault, and as patient as in life with a server that has nothing to say.
  static final FeedPace FAST_FEED = patient(FeedPace.DEFAULT.faster(50));

  /// With pauses so short, many more requests are due in a second than in life.
  private static final ConnectionPace UNHURRIED = generous(ConnectionPace.USUAL);

  private static ConnectionPace generous(ConnectionPace usual) {
    return Altered.of(usual, Map.of("requestsPerSecond", 1_000, "burst", 10_000));
  }

  private static FeedPace patient(FeedPace fast) {
    return Altered.of(
        fast,
        Map.of(
            "silence",
            FeedPace.DEFAULT.silence(),
            "initialEvents",
            FeedPace.DEFAULT.initialEvents(),
            "listSilence",
            FeedPace.DEFAULT.listSilence(),
            "head",
            FeedPace.DEFAULT.head(),
            "rare",
            Duration.ofSeconds(2)));
  }

  private static final Duration LIMIT = Duration.ofMinutes(2);

  final Catalogue catalogue = BUILT_IN.forCluster();
  final Watched watched = new Watched(catalogue);
  final ClusterSource source;
  final long seed;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final Thread opener;

  private Live(
      boolean isAlive, ClusterAccess access, ClusterPace pace, FeedPace feedPace, long seed) {
    this.seed = seed;
    Tempo tempo = new Tempo(pace, feedPace, Clock.systemUTC(), new SplittableRandom(seed));
    source = new ClusterSource(isAlive, access, catalogue, Live::connected, tempo);
    opener =
        Thread.ofPlatform()
            .name("opener")
            .daemon()
            .unstarted(() -> {
              try {
                source.open(watched);
              } catch (RuntimeException | Error e) {
                failure.set(e);
              }
            });
  }

  /// Waits no longer for a server than so.
  static ClusterPace impatient(Duration patience) {
    return impatient(patience, FAST.signIn());
  }

  /// @param signIn the time that a credential plugin has besides
  static ClusterPace impatient(Duration patience, Duration signIn) {
    return Altered.of(FAST, Map.of("patience", patience, "signIn", signIn));
  }

  /// Gives up a reading of which hardly anything has come for so long.
  static ClusterPace limited(Duration openLimit) {
    return Altered.of(FAST, Map.of("openLimit", openLimit));
  }

  /// Looks so long after a refusal whether it still stands.
  static ClusterPace refusing(Duration refusedRetry) {
    return Altered.of(FAST, Map.of("refusedRetry", refusedRetry));
  }

  /// Looks so rarely for objects of kinds that nobody uses.
  static ClusterPace looking(Duration every) {
    return Altered.of(FAST, Map.of("newPoll", every, "coldPoll", every));
  }

  /// Lets requests wait so long for a server that is away.
  static ClusterPace gated(Duration gate) {
    return Altered.of(FAST, Map.of("gate", gate));
  }

  static FabricConnection connected(ClusterAccess access) {
    return new FabricConnection(
        access,
        Credentials.of(access, InstantSource.system()),
        new ConnectionSettings("kubilitics/test", UNHURRIED, InstantSource.system(), _ -> null));
  }

  static ClusterAccess access(FakeApiServer server) {
    return access(server.url(), FakeApiServer.TOKEN, "default");
  }

  static ClusterAccess access(URI server, String token, String namespace) {
    return new ClusterAccess(
        "test",
        server,
        new Trust.Authorities(new Pem.Inline(new Hidden(FakeTrust.authority()))),
        null,
        null,
        null,
        null,
        new Authorization.Bearer(new Hidden(token)),
        null,
        namespace);
  }

  /// Begins to read on a thread of its own.
  static Live begin(ClusterAccess access, ClusterPace pace, long seed) {
    Live live = new Live(true, access, pace, FAST_FEED, seed);
    live.opener.start();
    return live;
  }

  /// Begins to read, and waits for no silent request for long.
  static Live hasty(FakeApiServer server, long seed) {
    Live live = new Live(true, access(server), FAST, FeedPace.DEFAULT.faster(50), seed);
    live.opener.start();
    return live;
  }

  /// Asks for what is forbidden itself only once an hour.
  static Live forbearing(ClusterAccess access, long seed) {
    FeedPace fast = FAST_FEED;
    FeedPace pace = Altered.of(fast, Map.of("rare", Duration.ofHours(1)));
    Live live = new Live(true, access, FAST, pace, seed);
    live.opener.start();
    return live;
  }

  static Live begin(FakeApiServer server, long seed) {
    return begin(access(server), FAST, seed);
  }

  /// Reads everything there is.
  static Live open(FakeApiServer server, long seed) {
    return begin(server, seed).opened();
  }

  /// Reads a cluster once, on this thread.
  static Live once(ClusterAccess access) {
    return once(access, FAST);
  }

  static Live once(ClusterAccess access, ClusterPace pace) {
    Live live = new Live(false, access, pace, FAST_FEED, 1);
    try {
      live.source.open(live.watched);
      return live;
    } catch (RuntimeException e) {
      live.close();
      throw e;
    }
  }

  /// Waits for the end of opening.
  Live opened() {
    try {
      Assertions.assertTrue(opener.join(LIMIT), "it does not open: " + this);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (failure.get() != null) {
      throw new IllegalStateException("seed " + seed, failure.get());
    }
    return this;
  }

  /// Waits for something; complains with everything that is known when it does not come.
  void until(BooleanSupplier condition) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("in vain: " + this);
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  boolean isOpening() {
    return opener.isAlive();
  }

  @Override
  public void close() {
    source.close();
  }

  @Override
  public String toString() {
    return "seed " + seed + ", " + watched.condition() + ", " + watched.states();
  }
}
