package io.kubilitics.source.cluster.feed;

import static io.kubilitics.source.cluster.feed.Objects.list;
import static io.kubilitics.source.cluster.feed.Objects.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.testbed.FakeApiServer;
import io.kubilitics.testbed.FakeVerb;
import io.kubilitics.testbed.Fault;
import io.kubilitics.testbed.When;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// An outage costs a kind one list: what was read to its end is not read again, and what broke off
/// goes on where it can.
class ListsOnceTest {
  private static final String PODS = "/api/v1/pods";
  private static final int COUNT = 1_100;

  private FakeApiServer server;
  private final Recorded pods = new Recorded();

  @BeforeEach
  void start() {
    server = FakeApiServer.start();
    for (int number = 0; number < COUNT; number++) {
      put("p" + number);
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void put(String name) {
    server.put(
        """
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"%s","namespace":"shop"},
         "spec":{"containers":[{"name":"main","image":"i"}]}}\
        """
            .formatted(name));
  }

  private LiveFeeds feeds(FeedPace pace) {
    return new LiveFeeds(server, server.url(), pace, 1);
  }

  /// The server is away while a Pod comes that will be the last of a list, and forgets: the next
  /// watch is refused by 410.
  private void outage(String name) throws InterruptedException {
    pods.awaitKnowledge("synced");
    server.stop();
    put(name);
    server.log().clear();
    server.resume();
  }

  private void awaitAll(int count) throws InterruptedException {
    pods.await(() -> pods.names().size() == count);
    pods.awaitKnowledge("synced");
  }

  @RepeatedTest(3)
  void aRelistThatBreaksHalfWayGoesOnAtThePageWhereItBroke() throws Exception {
    server.features().watchList(false);
    server.faults().add(When.list(PODS).once(), new Fault.Status(413));
    try (LiveFeeds feeds = feeds(TestPace.QUICK)) {
      KindFeed _ = feeds.open(FeedOrder.watched(Objects.PODS), pods);
      awaitAll(COUNT);
      When second = When.list(PODS).having("continue=");
      server.faults().add(second.times(2), new Fault.Status(500));
      server.faults().add(second.from(3).times(1), new Fault.CutAfter(20_000));
      outage("z1");
      awaitAll(COUNT + 1);
      assertThat(server.log().timesListed("pods")).isEqualTo(1);
      assertThat(server.log().all(FakeVerb.LIST, "pods")).hasSize(3 + 3);
    }
  }

  @RepeatedTest(3)
  void aListThatBreaksHalfWayGoesOnInPagesOnceAndTheNextOutageIsAsCheapAsEver() throws Exception {
    try (LiveFeeds feeds = feeds(TestPace.QUICK)) {
      KindFeed _ = feeds.open(FeedOrder.watched(Objects.PODS), pods);
      awaitAll(COUNT);
      server
          .faults()
          .add(When.watch(PODS).having("sendInitialEvents"), new Fault.CutAfter(100_000));
      server.faults().add(When.list(PODS).having("continue=").times(3), new Fault.CutAfter(20_000));
      outage("z1");
      awaitAll(COUNT + 1);
      assertThat(server.log().timesListed("pods")).isEqualTo(2);

      server.faults().calm();
      outage("z2");
      awaitAll(COUNT + 2);
      assertThat(server.log().timesListed("pods")).isEqualTo(1);
      assertThat(server.log().all(FakeVerb.LIST, "pods")).isEmpty();
    }
  }

  @RepeatedTest(3)
  void aServerThatNeverEndsAListByWatchIsNotAskedForOneAgainByAnyKind() throws Exception {
    server.faults().add(When.any("/"), new Fault.NoEndBookmark());
    Recorded services = new Recorded();
    try (LiveFeeds feeds = feeds(LiveFeeds.HASTY)) {
      KindFeed _ = feeds.open(FeedOrder.watched(Objects.PODS), pods);
      awaitAll(COUNT);
      assertThat(server.log().timesListed("pods")).isEqualTo(2);
      KindFeed _ = feeds.open(FeedOrder.watched(Objects.LEASES), services);
      services.awaitKnowledge("synced");
      assertThat(server.log().timesListed("leases.coordination.k8s.io")).isEqualTo(1);
      outage("z1");
      awaitAll(COUNT + 1);
      assertThat(server.log().timesListed("pods")).isEqualTo(1);
    }
  }

  @Test
  void aFirstPageThatNobodyAskedForIsNotReadTwice() throws Exception {
    try (ScriptedFeeds feeds = new ScriptedFeeds(TestPace.QUICK)) {
      KindFeed _ = feeds.open(FeedOrder.watched(Objects.PODS));
      feeds.server.next("sendInitialEvents").refuse(422, "not offered");
      feeds.server.next("?resourceVersion=0").reply(list(10, "more", List.of(pod("a", 1, "x"))));
      feeds.server.next("&continue=more").reply(list(11, pod("b", 1, "x")));
      feeds.server.next("&resourceVersion=10").ok();
      feeds.told.awaitNames("a", "b");
    }
  }

  @Test
  void aKindThatTurnsOutNotToBeWatchableIsListedAgainOnlyWhenItIsTime() throws Exception {
    try (ScriptedFeeds feeds = new ScriptedFeeds(TestPace.WITHOUT_RETRY)) {
      KindFeed feed = feeds.open(FeedOrder.watched(Objects.PODS));
      feeds.server.next("sendInitialEvents").refuse(422, "not offered");
      feeds.server.next("?resourceVersion=0").reply(list(10, pod("a", 1, "x")));
      feeds.server.next("&resourceVersion=10").refuse(405, "no such verb");
      feeds.told.awaitKnowledge("polled");
      int asked = feeds.server.requests();
      feed.relist();
      feeds.server.next("?resourceVersion=0").reply(list(11, pod("b", 1, "x")));
      feeds.told.awaitNames("b");
      assertThat(feeds.server.requests()).isEqualTo(asked + 1);
    }
  }

  @Test
  void aPageThatIsGarbageAgainAndAgainEndsItsListWhichThenBeginsAnew() throws Exception {
    try (ScriptedFeeds feeds = new ScriptedFeeds(TestPace.QUICK)) {
      KindFeed _ = feeds.open(FeedOrder.watched(Objects.PODS));
      feeds.server.next("sendInitialEvents").refuse(422, "not offered");
      feeds.server.next("?resourceVersion=0").refuse(413, "too large");
      feeds.server.next("?limit=500").reply(list(10, "more", List.of(pod("a", 1, "x"))));
      for (int times = 0; times < 3; times++) {
        feeds.server.next("&continue=more").reply("<html>");
      }
      feeds.server.nextWithout("continue").reply(list(20, pod("b", 1, "x")));
      feeds.server.next("&resourceVersion=20").ok();
      feeds.told.awaitNames("b");
    }
  }

  @Test
  void whoAsksForAListWhileOneIsHalfReadGetsAllOfItAnew() throws Exception {
    try (ScriptedFeeds feeds = new ScriptedFeeds(TestPace.WITHOUT_RETRY)) {
      KindFeed feed = feeds.open(FeedOrder.watched(Objects.PODS));
      feeds.server.next("sendInitialEvents").refuse(422, "not offered");
      feeds.server.next("?resourceVersion=0").reply(list(5, "more", List.of(pod("a", 1, "x"))));
      feeds.server.next("&continue=more").refuse(503, "starting");
      feeds.told.awaitKnowledge("syncing: starting");
      feed.relist();
      feeds.server.nextWithout("continue").reply(list(20, pod("b", 1, "x")));
      feeds.server.next("&resourceVersion=20").ok();
      feeds.told.awaitNames("b");
    }
  }

  @RepeatedTest(3)
  void aListThatTheServerForgotHalfWayIsBegunAgainOnlyAfterAPause() throws Exception {
    try (ScriptedFeeds feeds = new ScriptedFeeds(TestPace.WITHOUT_RETRY)) {
      KindFeed _ = feeds.open(FeedOrder.watched(Objects.PODS));
      feeds.server.next("sendInitialEvents").refuse(422, "not offered");
      feeds.server.next("?resourceVersion=0").reply(list(5, "more", List.of(pod("a", 1, "x"))));
      feeds.server.next("&continue=more").refuse(410, "expired");
      int asked = feeds.server.requests();
      feeds.time.pass(Duration.ofMinutes(30));
      assertThat(feeds.server.requests()).isEqualTo(asked);
      assertThat(feeds.server.waiting()).isNull();
    }
  }

  @Test
  void anApiOfItsOwnThatDoesNotListByWatchSpeaksForItselfAlone() throws Exception {
    try (ScriptedFeeds feeds = new ScriptedFeeds(TestPace.QUICK)) {
      KindFeed _ = feeds.open(FeedOrder.watched(Objects.WIDGETS), new Recorded());
      feeds.server.next("widgets?watch=1").refuse(422, "sendInitialEvents is not known");
      feeds.server.next("widgets?resourceVersion=0").reply(list(10));
      feeds.server.next("&resourceVersion=10").ok();
      KindFeed _ = feeds.open(FeedOrder.watched(Objects.PODS), new Recorded());
      assertThat(feeds.server.next("pods").path()).contains("sendInitialEvents=true");
      KindFeed _ = feeds.open(FeedOrder.watched(Objects.WIDGETS).in("shop"), new Recorded());
      feeds.server.next("widgets?resourceVersion=0").ok();
    }
  }

  @RepeatedTest(3)
  void aServerThatForgetsWhatItHasJustListedIsListedAsRarelyAsOneThatCannotWatch()
      throws Exception {
    try (ScriptedFeeds feeds = new ScriptedFeeds(TestPace.RARELY_POLLED)) {
      KindFeed _ = feeds.open(FeedOrder.watched(Objects.PODS));
      feeds.server.next("sendInitialEvents").refuse(422, "not offered");
      for (int times = 1; times <= 3; times++) {
        feeds.server.nextWithout("watch").reply(list(times, pod("a", 1, "x")));
        feeds.server.next("&resourceVersion=" + times).refuse(410, "too old");
      }
      int asked = feeds.server.requests();
      feeds.passUntilStale();
      assertThat(feeds.server.requests()).isEqualTo(asked);
      assertThat(feeds.server.waiting()).isNull();
    }
  }
}
