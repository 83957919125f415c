package io.kubilitics.api;

import io.kubilitics.access.Door;
import io.kubilitics.access.KnownHost;
import io.kubilitics.access.LaunchToken;
import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.Change;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Health;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.Relation;
import io.kubilitics.model.Viewer;
import io.kubilitics.session.Fleet;
import io.kubilitics.session.Session;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.SourceListener;
import io.kubilitics.testbed.FaultProxy;
import io.kubilitics.testbed.FoldedTopology;
import io.kubilitics.testbed.RandomWorld;
import io.kubilitics.testbed.StreamChecker;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyQuery;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A server with a world that changes at random, a line to it that fails at random, and clients
/// that check what they hear.
final class StreamBed implements AutoCloseable {
  private static final ClusterId ID = new ClusterId("world");
  private static final Catalogue CATALOGUE = Catalogue.builtIn();

  /// Revisions the oracle remembers; a client that is further behind than that has an error.
  private static final int MOST_REVISIONS = 50_000;

  private static final int MOST_ANSWERS = 400;

  private static final List<StreamChecker.Part> PARTS =
      List.of(
          new StreamChecker.Part("", TopologyQuery.ALL),
          new StreamChecker.Part(
              ",\"kinds\":[\"pods\",\"secrets\"]",
              part(
                  Set.of(RandomWorld.POD, RandomWorld.SECRET),
                  Set.of(),
                  LabelSelector.EVERYTHING,
                  Set.of())),
          new StreamChecker.Part(
              ",\"health\":\"failed\"",
              part(Set.of(), Set.of(), LabelSelector.EVERYTHING, Set.of(Health.Status.FAILED))),
          new StreamChecker.Part(
              ",\"labelSelector\":\"app=web\",\"relations\":[\"uses-secret\"]",
              part(
                  Set.of(),
                  Set.of(new Relation("uses-secret")),
                  LabelSelector.parse("app=web"),
                  Set.of())));

  private static TopologyQuery part(
      Set<io.kubilitics.model.Kind> kinds,
      Set<Relation> relations,
      LabelSelector labels,
      Set<Health.Status> health) {
    return new TopologyQuery(Set.of(), kinds, relations, labels, health, Optional.empty());
  }

  private final LaunchToken token = LaunchToken.generate();
  private final Fleet fleet = new Fleet(Clock.systemUTC());
  private final Served served = new Served(fleet);
  private final World world = new World();
  private final Session session;
  private final ApiServer api;
  private final FaultProxy proxy;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ConcurrentSkipListMap<Long, Topology> revisions = new ConcurrentSkipListMap<>();
  private final Map<String, FoldedTopology> answers =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FoldedTopology> eldest) {
          return size() > MOST_ANSWERS;
        }
      };

  StreamBed(StreamSetup setup) throws InterruptedException {
    session = fleet.open(ID, "a world", world, CATALOGUE);
    session.listen((topology, _) -> {
      revisions.put(topology.revision(), topology);
      if (revisions.size() > MOST_REVISIONS) {
        revisions.pollFirstEntry();
      }
    });
    session.awaitReady();
    // The proxy has a port of its own, which no browser would be allowed to come by.
    api =
        ApiServer.open(
            HttpSettings.loopback(0, token),
            addresses ->
                Door.guards(addresses).stream()
                    .filter(guard -> !(guard instanceof KnownHost))
                    .toList(),
            Patience.USUAL,
            setup);
    api.attach(served);
    proxy = FaultProxy.before(api.port());
  }

  /// A source that is told what happens.
  private static final class World implements ResourceSource {
    private final AtomicReference<SourceListener> listener = new AtomicReference<>();

    @Override
    public void open(SourceListener told) {
      listener.set(told);
    }

    void tell(List<Change> changes) {
      listener.get().changes(changes);
    }

    @Override
    public void close() {}
  }

  private synchronized FoldedTopology answer(long revision, TopologyQuery part) {
    return answers.computeIfAbsent(
        revision + " " + part,
        _ -> {
          Topology topology = revisions.get(revision);
          if (topology == null) {
            throw new AssertionError("revision " + revision + " is not one the world had");
          }
          return FoldedTopology.of(topology, part, Viewer.EVERYTHING, CATALOGUE.relations());
        });
  }

  /// Lets the world turn and clients look at it, then stand still and all agree.
  ///
  /// @return what was seen
  /// @throws AssertionError with the seed when a client finds something wrong
  StreamChecker.Seen run(long seed, int clients, Duration time) throws Exception {
    Random seeds = new Random(seed);
    RandomGenerator worldly = new Random(seeds.nextLong());
    CountDownLatch over = new CountDownLatch(clients);
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    StreamChecker.Seen seen = new StreamChecker.Seen();
    CountDownLatch still = new CountDownLatch(1);
    long end = System.nanoTime() + time.toNanos();
    List<Thread> threads = new ArrayList<>();
    for (int each = 0; each < clients; each++) {
      RandomGenerator random = new Random(seeds.nextLong());
      threads.add(
          Thread.ofPlatform()
              .name("checker-" + each)
              .start(() -> {
                try (StreamChecker checker = checker(random)) {
                  while (System.nanoTime() < end && failure.get() == null) {
                    checker.step();
                  }
                  over.countDown();
                  still.await();
                  if (failure.get() == null) {
                    checker.settle(session.topology().revision());
                  }
                  synchronized (seen) {
                    seen.add(checker.seen());
                  }
                } catch (Throwable e) {
                  failure.compareAndSet(null, e);
                  over.countDown();
                }
              }));
    }
    turn(worldly, over);
    settle();
    still.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    if (failure.get() != null) {
      throw new AssertionError("seed " + seed + ": " + failure.get(), failure.get());
    }
    return seen;
  }

  private StreamChecker checker(RandomGenerator random) throws IOException {
    return new StreamChecker(
        http,
        proxy.port(),
        token.reveal(),
        ID.value(),
        PARTS,
        List.of("", "bakery", "shop", "payments", "ops"),
        this::answer,
        random);
  }

  private void turn(RandomGenerator random, CountDownLatch over) throws InterruptedException {
    RandomWorld changes = new RandomWorld(random);
    world.tell(changes.beginning());
    while (over.getCount() > 0) {
      world.tell(changes.next());
      switch (random.nextInt(200)) {
        case 0 -> proxy.reset();
        case 1 -> proxy.cutAfter(random.nextInt(60_000));
        case 2 -> proxy.throttle(200_000 + random.nextInt(1_000_000));
        case 3 -> proxy.latency(Duration.ofMillis(random.nextInt(30)));
        case 4, 5, 6 -> recover();
        case 7 -> proxy.halfClose();
        default -> {}
      }
      LockSupport.parkNanos(Duration.ofMillis(random.nextInt(20)).toNanos());
    }
    recover();
  }

  private void recover() {
    proxy.cutAfter(-1);
    proxy.throttle(0);
    proxy.latency(Duration.ZERO);
  }

  /// Until everything that was told is in the topology.
  private void settle() throws InterruptedException {
    long before = -1;
    while (before != session.topology().revision()) {
      before = session.topology().revision();
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  Session session() {
    return session;
  }

  @Override
  public void close() {
    proxy.close();
    http.shutdownNow();
    api.close();
    served.close();
  }
}
