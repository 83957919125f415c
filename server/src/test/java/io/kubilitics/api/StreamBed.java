package io.kubilitics.api;

import io.kubilitics.access.Door;
import io.kubilitics.access.KnownHost;
import io.kubilitics.access.LaunchToken;
import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.model.Change;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.KindState;
import io.kubilitics.session.Fleet;
import io.kubilitics.session.Session;
import io.kubilitics.testbed.FaultProxy;
import io.kubilitics.testbed.RandomWorld;
import io.kubilitics.testbed.TalkingSource;
import io.kubilitics.testbed.stream.Chronicle;
import io.kubilitics.testbed.stream.EditionArchive;
import io.kubilitics.testbed.stream.Glance;
import io.kubilitics.testbed.stream.RandomReports;
import io.kubilitics.testbed.stream.Seen;
import io.kubilitics.testbed.stream.Shown;
import io.kubilitics.testbed.stream.ShownDrawing;
import io.kubilitics.testbed.stream.ShownEvents;
import io.kubilitics.testbed.stream.ShownFindings;
import io.kubilitics.testbed.stream.ShownStatus;
import io.kubilitics.testbed.stream.ShownTopology;
import io.kubilitics.testbed.stream.StreamChecker;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A server with a world that changes at random, a line to it that fails at random, and clients
/// that check what they hear.
final class StreamBed implements AutoCloseable {
  private static final ClusterId ID = new ClusterId("world");

  /// Of each turn of the world, so that nobody comes through for a quarter of the time.
  private static final int DOWN = 4;

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Catalogue CATALOGUE = Catalogue.builtIn();

  private static final StreamChecker.Sights SIGHTS =
      new StreamChecker.Sights(
          List.of(
              glances(
                  new ShownTopology(),
                  "",
                  ",\"kinds\":[\"pods\",\"secrets\"]",
                  ",\"health\":\"failed\"",
                  ",\"labelSelector\":\"app=web\",\"relations\":[\"uses-secret\"]"),
              Stream.of(
                      glances(
                          new ShownDrawing(true),
                          "",
                          ",\"level\":0",
                          ",\"level\":1,\"kinds\":[\"pods\"]",
                          ",\"level\":3"),
                      glances(new ShownDrawing(false), ",\"arrangement\":\"app\",\"level\":2"))
                  .flatMap(List::stream)
                  .toList(),
              glances(new ShownStatus(), ""),
              glances(new ShownFindings(), ""),
              glances(
                  new ShownEvents(),
                  "",
                  ",\"kinds\":\"pods\"",
                  ",\"kinds\":[\"pods\"],\"names\":[\"pod-1\",\"pod-2\"]")),
          List.of("", "bakery", "shop", "payments", "ops", "popup"));

  private static List<Glance> glances(Shown shown, String... words) {
    return Stream.of(words).map(each -> new Glance(shown, each)).toList();
  }

  private final LaunchToken token = LaunchToken.generate();
  private final Fleet fleet = new Fleet(Clock.systemUTC());
  private final Served served = new Served(fleet);
  private final EditionArchive archive = new EditionArchive();
  private final Duration linger;
  private final Chronicle world;
  private final ApiServer api;
  private final FaultProxy proxy;
  private final HttpClient http = HttpClient.newHttpClient();

  StreamBed(StreamSetup setup) throws Exception {
    TalkingSource source =
        TalkingSource.knowing(listener ->
            listener.changes(
                List.of(new Change.Known(KindState.ofAnyOther(KindState.Knowledge.SYNCED)))));
    Session session = fleet.open(ID, "a world", source, CATALOGUE);
    session.awaitReady();
    linger = setup.pace().linger();
    world =
        new Chronicle(
            source, session, served.atlas(), List.of(Arrangement.NAMESPACE, Arrangement.APP));
    archive.open(world);
    // The proxy has a port of its own, which no browser would be allowed to come by.
    api =
        ApiServer.open(
            HttpSettings.loopback(0, token),
            addresses ->
                Door.guards(addresses).stream()
                    .filter(guard -> !(guard instanceof KnownHost))
                    .toList(),
            Patience.USUAL,
            new StreamSetup(
                setup.pace(),
                setup.limits(),
                maker -> archive.recording(setup.channels().apply(maker))));
    api.attach(served);
    proxy = FaultProxy.before(api.port());
  }

  /// Lets the world turn and clients look at it, then stand still and all agree.
  ///
  /// @param time for that at least
  /// @param isEnough whether enough was seen; until then it goes on, but not for ever
  /// @return what was seen
  /// @throws AssertionError with the seed when a client finds something wrong
  Seen run(long seed, int clients, Duration time, Predicate<Seen> isEnough) throws Exception {
    Random seeds = new Random(seed);
    RandomGenerator worldly = new Random(seeds.nextLong());
    CountDownLatch over = new CountDownLatch(clients);
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    Seen seen = new Seen();
    CountDownLatch still = new CountDownLatch(1);
    long begin = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for (int each = 0; each < clients; each++) {
      RandomGenerator random = new Random(seeds.nextLong());
      threads.add(
          Thread.ofPlatform()
              .name("checker-" + each)
              .start(() -> {
                try (StreamChecker checker =
                    new StreamChecker(
                        new StreamChecker.Server(
                            http, proxy.port(), token.reveal(), ID.value(), linger),
                        SIGHTS,
                        archive,
                        seen,
                        random)) {
                  while (failure.get() == null && !isOver(begin, time, isEnough, seen)) {
                    checker.step();
                  }
                  over.countDown();
                  still.await();
                  if (failure.get() == null) {
                    checker.settle();
                  }
                } catch (Throwable e) {
                  failure.compareAndSet(null, e);
                  over.countDown();
                }
              }));
    }
    turn(worldly, over);
    if (failure.get() == null) {
      world.settle();
    }
    still.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    if (failure.get() != null) {
      throw new AssertionError("seed " + seed + ": " + failure.get(), failure.get());
    }
    return seen;
  }

  private static boolean isOver(long begin, Duration time, Predicate<Seen> isEnough, Seen seen) {
    long passed = System.nanoTime() - begin;
    return passed > time.plus(LIMIT).toNanos() || (passed > time.toNanos() && isEnough.test(seen));
  }

  private void turn(RandomGenerator random, CountDownLatch over) {
    RandomWorld objects = new RandomWorld(random);
    RandomReports reports = new RandomReports(random);
    world.changes(objects.beginning());
    while (over.getCount() > 0) {
      world.changes(objects.next());
      reports.tell(world);
      switch (random.nextInt(250)) {
        case 0 -> proxy.reset();
        case 1 -> proxy.cutAfter(random.nextInt(60_000));
        case 2 -> proxy.throttle(200_000 + random.nextInt(1_000_000));
        case 3 -> proxy.latency(Duration.ofMillis(random.nextInt(30)));
        case 4, 5, 6 -> recover();
        case 7 -> proxy.halfClose();
        default -> {}
      }
      if (random.nextLong(linger.toMillis()) < DOWN) {
        breakDown(random);
      }
      LockSupport.parkNanos(Duration.ofMillis(random.nextInt(20)).toNanos());
    }
    recover();
  }

  /// Nobody comes through for a while, about as long as a channel is kept, while the world turns
  /// on.
  private void breakDown(RandomGenerator random) {
    proxy.refuse();
    proxy.reset();
    RandomWorld objects = new RandomWorld(random);
    long end = System.nanoTime() + random.nextLong(2 * linger.toNanos());
    while (System.nanoTime() - end < 0) {
      world.changes(objects.next());
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    proxy.accept();
  }

  private void recover() {
    proxy.cutAfter(-1);
    proxy.throttle(0);
    proxy.latency(Duration.ZERO);
  }

  @Override
  public void close() {
    proxy.close();
    http.shutdownNow();
    api.close();
    served.close();
  }
}
