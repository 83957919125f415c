package io.kubilitics.source.cluster.feed;

import static io.kubilitics.source.cluster.feed.Objects.bookmark;
import static io.kubilitics.source.cluster.feed.Objects.endOfList;
import static io.kubilitics.source.cluster.feed.Objects.list;
import static io.kubilitics.source.cluster.feed.Objects.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.source.cluster.connection.Ask;
import io.kubilitics.source.cluster.connection.Connection;
import io.kubilitics.source.cluster.connection.Errand;
import io.kubilitics.source.cluster.connection.Reply;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KindFeedTest {
  private final ScriptedServer server = new ScriptedServer();
  private final Recorded recorded = new Recorded();
  private final ClusterFeeds feeds =
      ClusterFeeds.open(
          "test",
          server,
          Catalogue.builtIn().forCluster(),
          FeedPace.DEFAULT.faster(100),
          Clock.systemUTC(),
          new SplittableRandom(1));

  @AfterEach
  void nothingWrongWasTold() {
    feeds.close();
    recorded.close();
    assertThat(recorded.wrong()).isEmpty();
  }

  @Test
  void whatIsThereIsToldThenEveryChange() throws Exception {
    feeds.open(FeedOrder.watched(Objects.PODS), recorded);
    server.next("sendInitialEvents").refuse(422, "not offered");
    server.next("resourceVersion=0").reply(list(10, pod("a", 1, "x"), pod("b", 2, "x")));
    ScriptedReply watch = server.next("resourceVersion=10").ok();
    recorded.awaitKnowledge("synced");
    assertThat(recorded.log()).containsExactly("=syncing", "+a", "+b", "=synced");

    watch.event("MODIFIED", pod("a", 11, "y")).event("ADDED", pod("c", 12, "x"));
    watch.event("DELETED", pod("b", 13, "x")).event("BOOKMARK", bookmark(20));
    recorded.awaitNames("a", "c");

    watch.end();
    server.next("resourceVersion=20").ok();
  }

  @Test
  void whoDoesNotHearThatItEndsIsLeftBehindWithoutItsObjects() throws Exception {
    CountDownLatch deaf = new CountDownLatch(1);
    Connection connection =
        new Connection() {
          private final AtomicInteger asked = new AtomicInteger();

          @Override
          public Reply send(Errand errand, Ask ask) throws IOException, InterruptedException {
            if (asked.getAndIncrement() < 2) {
              return server.send(errand, ask);
            }
            while (deaf.getCount() > 0) {
              LockSupport.parkNanos(1_000_000);
            }
            throw new IOException("heard at last");
          }

          @Override
          public void close() {}
        };
    try (ClusterFeeds hanging =
        ClusterFeeds.open(
            "hanging",
            connection,
            Catalogue.builtIn().forCluster(),
            FeedPace.DEFAULT.faster(100),
            Clock.systemUTC(),
            new SplittableRandom(1))) {
      KindFeed feed = hanging.open(FeedOrder.watched(Objects.PODS), recorded);
      server.next("sendInitialEvents").refuse(422, "not offered");
      server.next("resourceVersion=0").reply(list(10, pod("a", 1, "x")));
      recorded.awaitNames("a");

      assertThat(feed.end(Duration.ofMillis(20)))
          .extracting(Object::toString)
          .containsExactly("Pod/shop/a");
    } finally {
      deaf.countDown();
    }
  }

  @Test
  void aListByWatchGoesOnAsAWatch() throws Exception {
    feeds.open(FeedOrder.watched(Objects.PODS), recorded);
    ScriptedReply watch = server.next("sendInitialEvents=true");
    watch.event("ADDED", pod("a", 1, "x")).event("ADDED", pod("b", 2, "x"));
    watch.event("BOOKMARK", endOfList(5));
    recorded.awaitKnowledge("synced");
    watch.event("DELETED", pod("a", 6, "x"));
    recorded.awaitNames("b");
    watch.end();
    server.next("&resourceVersion=6").ok();
  }
}
