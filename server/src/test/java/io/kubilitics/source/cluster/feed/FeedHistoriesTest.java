package io.kubilitics.source.cluster.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import io.kubilitics.testbed.FakeApiServer;
import io.kubilitics.testbed.FaultProxy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// Feeds over HTTP/2 and TLS, with everything that goes wrong at once.
class FeedHistoriesTest {
  private static final FeedOrder PODS = FeedOrder.watched(Objects.PODS);

  private static List<ResourceId> ids() {
    List<ResourceId> ids = new ArrayList<>();
    for (int number = 0; number < 40; number++) {
      ids.add(new ResourceId(Kind.core("Pod"), "n" + number % 3, "p" + number));
    }
    return ids;
  }

  private static String pod(ResourceId id, int state) {
    return """
    {"apiVersion":"v1","kind":"Pod","metadata":{"name":"%s","namespace":"%s",\
    "labels":{"state":"%d"}},"spec":{"containers":[{"name":"c","image":"i:%d"}]},\
    "status":{"phase":"Running"}}\
    """
        .formatted(id.name(), id.namespace(), state % 3, state);
  }

  @RepeatedTest(3)
  void whateverHappensTheListenerEndsWithWhatTheServerHas(RepetitionInfo run) throws Exception {
    long seed = new SplittableRandom().nextLong(1_000_000) * 10 + run.getCurrentRepetition();
    Recorded told = new Recorded();
    try (FakeApiServer server = FakeApiServer.start()) {
      ids().forEach(id -> server.put(pod(id, 0)));
      server.faults().hostile(seed, 2);
      try (LiveFeeds feeds = new LiveFeeds(server, server.url(), LiveFeeds.HASTY, seed)) {
        KindFeed feed = feeds.open(PODS, told);
        history(server, feed, new SplittableRandom(seed));
        server.faults().calm();
        try {
          told.await(() -> feeds.holds(server, PODS, ids(), told));
        } catch (AssertionError e) {
          throw new AssertionError("seed " + seed, e);
        }
      }
      told.close();
      assertThat(told.wrong()).as("seed %d", seed).isEmpty();
    }
  }

  private static void history(FakeApiServer server, KindFeed feed, RandomGenerator random)
      throws InterruptedException {
    List<ResourceId> ids = ids();
    for (int step = 0; step < 600; step++) {
      ResourceId id = ids.get(random.nextInt(ids.size()));
      switch (random.nextInt(60)) {
        case 0 -> server.compact();
        case 1 -> server.dropConnections();
        case 2 -> server.endWatches();
        case 3 -> server.skipRevisions(100);
        case 4 -> feed.relist();
        case 5 -> {
          if (random.nextInt(4) == 0) {
            server.restart(Duration.ofMillis(50));
          }
        }
        case 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 -> {
          boolean _ = server.delete(id);
        }
        default -> server.put(pod(id, random.nextInt(5)));
      }
      // Paces the history; nothing waits for it.
      LockSupport.parkNanos(random.nextLong(10_000_000));
    }
  }

  @RepeatedTest(3)
  void aConnectionThatDiesSilentlyIsReplaced() throws Exception {
    Recorded told = new Recorded();
    try (FakeApiServer server = FakeApiServer.start();
        FaultProxy proxy = FaultProxy.before(server.port())) {
      List<ResourceId> ids = ids();
      URI address = proxy.through(server.url());
      server.put(pod(ids.getFirst(), 0));
      try (LiveFeeds feeds = new LiveFeeds(server, address, LiveFeeds.QUICK, 1)) {
        KindFeed _ = feeds.open(PODS, told);
        told.awaitKnowledge("synced");
        proxy.blackhole(true);
        server.put(pod(ids.getFirst(), 1));
        told.awaitKnowledge("stale");
        proxy.blackhole(false);
        told.await(() -> feeds.holds(server, PODS, ids, told));
        told.awaitKnowledge("synced");
      }
      told.close();
      assertThat(told.wrong()).isEmpty();
    }
  }

  @RepeatedTest(3)
  void afterAnOutageEveryKindIsListedOnceAtMost() throws Exception {
    try (FakeApiServer server = FakeApiServer.start()) {
      List<Recorded> all = new ArrayList<>();
      try (LiveFeeds feeds = new LiveFeeds(server, server.url(), LiveFeeds.QUICK, 1)) {
        for (int number = 0; number < 20; number++) {
          Recorded told = new Recorded();
          all.add(told);
          KindFeed _ = feeds.open(PODS.in("n" + number), told);
        }
        for (Recorded told : all) {
          told.awaitKnowledge("synced");
        }
        server.log().clear();
        server.stop();
        for (Recorded told : all) {
          told.awaitKnowledge("stale");
        }
        server.resume();
        server.put(pod(new ResourceId(Kind.core("Pod"), "n7", "new"), 1));
        for (Recorded told : all) {
          told.awaitKnowledge("synced");
        }
        all.get(7).await(() -> all.get(7).names().contains("new"));
      }
      assertThat(server.log().timesListed("pods")).isLessThanOrEqualTo(20);
    }
  }
}
