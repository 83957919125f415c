package io.kubilitics.source.cluster.feed;

import static io.kubilitics.source.cluster.feed.Objects.bookmark;
import static io.kubilitics.source.cluster.feed.Objects.endOfList;
import static io.kubilitics.source.cluster.feed.Objects.list;
import static io.kubilitics.source.cluster.feed.Objects.pod;
import static io.kubilitics.source.cluster.feed.Objects.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

/// What a watch survives.
class FeedFaultsTest {
  private ScriptedFeeds feeds = new ScriptedFeeds(TestPace.QUICK);

  @AfterEach
  void nothingWrongWasTold() {
    feeds.close();
  }

  private void use(FeedPace pace) {
    feeds.close();
    feeds = new ScriptedFeeds(pace);
  }

  @RepeatedTest(3)
  void afterAForgottenPlaceInTimeOnlyDifferencesAreTold() throws Exception {
    feeds.openWatch(pod("a", 1, "x"), pod("b", 2, "x"), pod("c", 3, "x")).end();
    feeds.server.next("&resourceVersion=10").refuse(410, "too old resource version");
    feeds
        .server
        .nextWithout("resourceVersion=0")
        .reply(list(20, pod("a", 11, "x"), pod("b", 12, "y"), pod("d", 13, "x")));
    feeds.server.next("&resourceVersion=20").ok();
    feeds.told.awaitNames("a", "b", "d");
    assertThat(feeds.told.log())
        .containsExactly("=syncing", "+a", "+b", "+c", "=synced", "+b", "+d", "-c");
  }

  @RepeatedTest(3)
  void aPlaceInTimeForgottenInTheMiddleOfAWatchIsListedAgain() throws Exception {
    ScriptedReply watch = feeds.openWatch(pod("a", 1, "x"));
    watch.event("ADDED", pod("b", 11, "x")).event("ERROR", status(410, "too old")).end();
    feeds.server.nextWithout("watch").reply(list(20, pod("a", 1, "x")));
    feeds.server.next("&resourceVersion=20").ok();
    feeds.told.awaitNames("a");
    assertThat(feeds.told.log()).endsWith("+b", "-b");
  }

  @RepeatedTest(3)
  void aPlaceInTimeThatHasNotComeYetIsListedAgain() throws Exception {
    feeds.openWatch(pod("a", 1, "x")).end();
    feeds.server.next("=10").refuse(504, "Too large resource version: 10, current: 3");
    feeds.server.nextWithout("watch").reply(list(3, pod("a", 1, "x")));
    feeds.server.next("&resourceVersion=3").ok();
  }

  @RepeatedTest(3)
  void anHourOfBookmarksKeepsTheWatchOpenAndMovesItsPlaceInTime() throws Exception {
    ScriptedReply watch = feeds.openWatch(pod("a", 1, "x"));
    for (int minute = 1; minute <= 60; minute++) {
      feeds.time.pass(Duration.ofMinutes(1));
      watch.event("BOOKMARK", bookmark(100 + minute)).awaitDrained();
    }
    assertThat(watch.isClosed()).isFalse();
    watch.end();
    feeds.server.next("&resourceVersion=160").ok();
  }

  @RepeatedTest(3)
  void aWatchThatSaysNothingIsOpenedAgainFromWhereItWas() throws Exception {
    ScriptedReply watch = feeds.openWatch(pod("a", 1, "x"));
    watch.event("MODIFIED", pod("a", 15, "y")).awaitDrained();
    feeds.time.pass(Duration.ofMinutes(4));
    watch.awaitClosed();
    feeds.server.next("&resourceVersion=15").ok();
    assertThat(feeds.told.log()).containsExactly("=syncing", "+a", "=synced", "+a");
  }

  @RepeatedTest(3)
  void aWatchClosedAfterItsTimeIsOpenedAgainAtOnce() throws Exception {
    use(TestPace.WITHOUT_RETRY);
    ScriptedReply watch = feeds.openWatch(pod("a", 1, "x"));
    feeds.time.pass(Duration.ofMinutes(1));
    watch.end();
    feeds.server.next("&resourceVersion=10").ok();
  }

  @RepeatedTest(3)
  void aWatchThatIsClosedAfterTwoSecondsDoesNotSpin() throws Exception {
    use(TestPace.WITHOUT_RETRY);
    ScriptedReply watch = feeds.openWatch(pod("a", 1, "x"));
    feeds.time.pass(Duration.ofSeconds(2));
    watch.end();
    watch.awaitClosed();
    int asked = feeds.server.requests();
    feeds.passUntilStale();
    assertThat(feeds.server.requests()).isEqualTo(asked);
  }

  @RepeatedTest(3)
  void aBrokenWatchGoesOnFromWhereItWas() throws Exception {
    ScriptedReply watch = feeds.openWatch(pod("a", 1, "x"));
    watch.event("ADDED", pod("b", 12, "x")).awaitDrained().breakOff();
    feeds.server.next("&resourceVersion=12").breakOff();
    feeds.server.next("&resourceVersion=12").refuse(500, "etcd has no leader");
    feeds.server.next("&resourceVersion=12").refuse(503, "starting");
    feeds.server.next("&resourceVersion=12").event("DELETED", pod("a", 13, "x"));
    feeds.told.awaitNames("b");
    assertThat(feeds.told.log()).containsExactly("=syncing", "+a", "=synced", "+b", "-a");
  }

  @RepeatedTest(3)
  void garbageEndsAWatchAndWhatCameBeforeCounts() throws Exception {
    ScriptedReply watch = feeds.openWatch();
    watch.send(
        "{\"type\":\"ADDED\",\"object\":"
            + pod("b", 12, "x")
            + "}\n<html>502 Bad Gateway</html>\n");
    watch.awaitClosed();
    feeds.server.next("&resourceVersion=12").ok();
    feeds.told.awaitNames("b");
  }

  @RepeatedTest(3)
  void anEventThatEndsInTheMiddleIsReadAgain() throws Exception {
    ScriptedReply watch = feeds.openWatch();
    watch.send("{\"type\":\"ADDED\",\"object\":{\"metadata\":{\"name\":\"a").end();
    feeds.server.next("&resourceVersion=10").event("ADDED", pod("a", 11, "x"));
    feeds.told.awaitNames("a");
  }

  @RepeatedTest(3)
  void anEventThatLosesItsEndDoesNotSwallowTheNextOnes() throws Exception {
    ScriptedReply watch = feeds.openWatch();
    watch.send("{\"type\":\"ADDED\",\"object\":{\"metadata\":{\"name\":\"a\n");
    watch.event("ADDED", pod("b", 12, "x"));
    watch.awaitClosed();
    feeds.server.next("&resourceVersion=10").event("ADDED", pod("a", 11, "x"));
    feeds.told.awaitNames("a");
  }

  @RepeatedTest(3)
  void garbageThatComesAgainAndAgainAtOnePlaceIsGoneRoundByAList() throws Exception {
    feeds.openWatch().send("nonsense").awaitClosed();
    feeds.server.next("&resourceVersion=10").send("nonsense");
    feeds.server.next("&resourceVersion=10").event("ERROR", status(500, "cannot decode"));
    feeds.server.nextWithout("watch").reply(list(30, pod("a", 1, "x")));
    feeds.server.next("&resourceVersion=30").ok();
    feeds.told.awaitNames("a");
  }

  @RepeatedTest(3)
  void oneUndecodableObjectIsReportedAndTheRestGoesOn() throws Exception {
    ScriptedReply watch =
        feeds.openWatch(
            pod("a", 1, "x"),
            "{\"metadata\":{\"name\":\"b\",\"namespace\":\"shop\"},\"spec\":{1:tru}}",
            "7",
            pod("c", 3, "x"));
    watch.event("MODIFIED", "{\"metadata\":{\"name\":7}}");
    watch.event("MODIFIED", pod("c", 12, "y"));
    feeds.told.await(() -> feeds.told.log().size() == 5);
    assertThat(feeds.told.log()).containsExactly("=syncing", "+a", "+c", "=synced", "+c");
    assertThat(feeds.told.rejected()).hasSize(3).first().asString().startsWith("Pod/shop/b: ");
    assertThat(watch.isClosed()).isFalse();
  }

  @RepeatedTest(3)
  void anObjectThatBecomesUndecodableStaysAsItWasLastRead() throws Exception {
    feeds.openWatch(pod("a", 1, "x")).event("ERROR", status(410, "old"));
    feeds
        .server
        .nextWithout("watch")
        .reply(list(20, "{\"metadata\":{\"name\":\"a\",\"namespace\":\"shop\"},\"spec\":[tru]}"));
    feeds.server.next("&resourceVersion=20").ok().awaitDrained();
    assertThat(feeds.told.names()).containsExactly("a");
    assertThat(feeds.told.rejected()).hasSize(1);
  }

  @RepeatedTest(3)
  void anObjectOfSixtyMegabytesIsLeftOutAndTheRestGoesOn() throws Exception {
    ScriptedReply watch = feeds.openWatch(pod("a", 1, "x"));
    watch.send(
        "{\"type\":\"ADDED\",\"object\":{\"metadata\":{\"name\":\"huge\",\"namespace\":\"shop\","
            + "\"resourceVersion\":\"12\"},\"data\":\"");
    String megabyte = "x".repeat(1 << 20);
    for (int sent = 0; sent < 60; sent++) {
      watch.send(megabyte).awaitDrained();
    }
    watch.send("\"}}\n").event("ADDED", pod("b", 13, "x"));
    feeds.told.awaitNames("a", "b");
    assertThat(feeds.told.rejected())
        .containsExactly("Pod/shop/huge: larger than 10 MiB: it has 60 MiB and is left out");
  }

  @RepeatedTest(3)
  void whoAsksForAPauseGetsIt() throws Exception {
    KindFeed feed = feeds.open(FeedOrder.watched(Objects.PODS));
    feeds.firstWatch(pod("a", 1, "x")).end();
    feeds.server.next("&resourceVersion=10").refuse(429, "too many", Duration.ofMinutes(2));
    feeds.passUntilStale();
    assertThat(feeds.server.waiting()).isNull();
    feed.relist();
    feeds.server.nextWithout("watch").reply(list(20, pod("a", 1, "x")));
    feeds.told.awaitKnowledge("synced");
  }

  @RepeatedTest(3)
  void afterTheMachineSleptTheWatchIsOpenedAgainAtOnce() throws Exception {
    use(TestPace.WITHOUT_RETRY);
    ScriptedReply watch = feeds.openWatch(pod("a", 1, "x"));
    feeds.time.sleep(Duration.ofHours(8));
    watch.awaitClosed();
    feeds.server.next("&resourceVersion=10").event("DELETED", pod("a", 90, "x"));
    feeds.told.awaitNames();
    assertThat(feeds.told.knowledge()).containsExactly("syncing", "synced");
  }

  @RepeatedTest(3)
  void afterSleepWithoutANetworkItIsStaleSinceItFellAsleep() throws Exception {
    use(TestPace.WITHOUT_RETRY);
    ScriptedReply _ = feeds.openWatch(pod("a", 1, "x"));
    feeds.time.sleep(Duration.ofHours(8));
    feeds.server.next("&resourceVersion=10").breakOff();
    feeds.passUntilStale();
    assertThat(feeds.told.lastKnowledge()).isEqualTo("stale: since 10:02:11");
  }

  @RepeatedTest(3)
  void anEndThatIsNeverToldMakesItListPlainly() throws Exception {
    KindFeed _ = feeds.open(FeedOrder.watched(Objects.PODS));
    ScriptedReply watch = feeds.server.next("sendInitialEvents");
    watch.event("ADDED", pod("a", 1, "x")).event("ADDED", pod("b", 1, "x")).awaitDrained();
    feeds.time.pass(Duration.ofSeconds(31));
    watch.awaitClosed();
    feeds.server.next("?resourceVersion=0").reply(list(10, pod("a", 1, "x")));
    feeds.server.next("&resourceVersion=10").ok();
    feeds.told.awaitNames("a");
    feeds.told.awaitKnowledge("synced");
    assertThat(feeds.told.log()).containsSubsequence("+a", "+b", "-b", "=synced");
  }

  @RepeatedTest(3)
  void twelveMinutesOfPacketLossCostNoList() throws Exception {
    ScriptedReply watch = feeds.openWatch(pod("a", 1, "x"));
    feeds.time.pass(Duration.ofMinutes(4));
    watch.awaitClosed();
    for (int minute = 4; minute < 12; minute += 2) {
      ScriptedReply lost = feeds.server.next("&resourceVersion=10");
      feeds.time.pass(Duration.ofSeconds(121));
      lost.awaitClosed();
    }
    feeds.told.awaitKnowledge("stale");
    feeds.server.next("&resourceVersion=10").event("MODIFIED", pod("a", 70, "y"));
    feeds.told.await(() -> feeds.told.log().size() == 6);
    assertThat(feeds.told.log())
        .containsExactly("=syncing", "+a", "=synced", "=stale", "=synced", "+a");
  }

  @RepeatedTest(3)
  void theEndOfAListByWatchIsAwaitedAsLongAsItBringsNews() throws Exception {
    KindFeed _ = feeds.open(FeedOrder.watched(Objects.PODS));
    ScriptedReply watch = feeds.server.next("sendInitialEvents");
    for (int count = 0; count < 5; count++) {
      feeds.time.pass(Duration.ofSeconds(20));
      watch.event("ADDED", pod("p" + count, 1, "x")).awaitDrained();
    }
    watch.event("BOOKMARK", endOfList(9));
    feeds.told.awaitKnowledge("synced");
    assertThat(feeds.told.names()).hasSize(5);
  }
}
