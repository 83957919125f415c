package io.kubilitics.source.cluster.feed;

import static io.kubilitics.source.cluster.feed.Objects.list;
import static io.kubilitics.source.cluster.feed.Objects.pod;

import io.kubilitics.catalogue.Catalogue;
import java.time.Clock;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RelistRaceTest {
  private final ScriptedServer server = new ScriptedServer();
  private final Recorded recorded = new Recorded();
  private final AtomicReference<Runnable> next = new AtomicReference<>(() -> {});

  /// The length of a watch is drawn between the decision to watch and its request.
  @Test
  void aListThatIsAskedForJustBeforeAWatchBeginsIsMade() throws Exception {
    Catalogue catalogue = Catalogue.builtIn().forCluster();
    ClusterFeeds.Ground ground =
        new ClusterFeeds.Ground(
            server,
            catalogue,
            FeedPace.DEFAULT.faster(100),
            Clock.systemUTC(),
            System::nanoTime,
            new ListSlots(4),
            new ServerAbilities(System::nanoTime));
    Telling telling = new Telling(recorded);
    FeedLoop loop =
        new FeedLoop(
            "test",
            FeedOrder.watched(Objects.PODS),
            ground,
            telling,
            new ObjectIntake(Objects.PODS, catalogue, telling),
            new Drawing());
    Thread thread = Thread.ofVirtual().start(loop);
    try {
      server.next("sendInitialEvents").refuse(422, "not offered");
      ScriptedReply first = server.next("?resourceVersion=0");
      next.set(loop::relist);
      first.reply(list(10, pod("a", 1, "x")));
      ScriptedReply watch = server.next("&resourceVersion=10").ok();
      watch.awaitClosed();
      server.nextWithout("watch=").reply(list(11, pod("b", 2, "x")));
      recorded.awaitNames("b");
    } finally {
      loop.close(thread);
      recorded.close();
    }
  }

  /// Does something else before it draws the next number.
  private final class Drawing implements RandomGenerator {
    private final RandomGenerator random = new SplittableRandom(1);

    @Override
    public long nextLong() {
      next.getAndSet(() -> {}).run();
      return random.nextLong();
    }
  }
}
