package io.kubilitics.source.cluster.feed;

import static io.kubilitics.source.cluster.feed.Objects.list;
import static io.kubilitics.source.cluster.feed.Objects.pod;
import static io.kubilitics.source.cluster.feed.Objects.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

/// How a feed goes on when its server is back after an outage: what failed meanwhile is no reason
/// to wait.
class FeedReturnTest {
  private static final int FAILURES = 20;

  private final ScriptedFeeds feeds = new ScriptedFeeds(TestPace.GROWING);

  @AfterEach
  void nothingWrongWasTold() {
    feeds.close();
  }

  /// Many in a short time: who is asked to read again does not wait.
  private void failOften(KindFeed feed) throws InterruptedException {
    for (int failure = 1; failure < FAILURES; failure++) {
      ScriptedReply lost = feeds.server.next();
      feed.relist();
      lost.breakOff();
    }
  }

  @RepeatedTest(3)
  void aServerThatIsBackAndHasForgottenThePlaceInTimeIsListedSoon() throws Exception {
    KindFeed feed = feeds.open(FeedOrder.watched(Objects.PODS));
    feeds.firstWatch(pod("a", 1, "x")).breakOff();
    failOften(feed);
    feeds.server.next().reply(list(20, pod("a", 1, "x")));
    feeds.server.next("&resourceVersion=20").event("ERROR", status(410, "too old")).end();
    feeds.server.nextWithout("watch").reply(list(30, pod("b", 1, "x")));
    feeds.server.next("&resourceVersion=30").ok();
    feeds.told.awaitNames("b");
  }

  @RepeatedTest(3)
  void whoFailedOftenIsWokenWhenTheServerIsBack() throws Exception {
    KindFeed feed = feeds.open(FeedOrder.watched(Objects.PODS));
    failOften(feed);
    feeds.server.next().breakOff();
    feeds.serverIsBack();
    feeds.server.next().refuse(422, "not offered");
    feeds.server.next("?resourceVersion=0").reply(list(10, pod("a", 1, "x")));
    feeds.told.awaitNames("a");
  }

  @RepeatedTest(3)
  void whoIsAskedToWaitIsNotWoken() throws Exception {
    feeds.openWatch(pod("a", 1, "x")).end();
    feeds.server.next("&resourceVersion=10").refuse(429, "too many", Duration.ofMinutes(2));
    int asked = feeds.server.requests();
    feeds.serverIsBack();
    feeds.passUntilStale();
    assertThat(feeds.server.requests()).isEqualTo(asked);
  }
}
