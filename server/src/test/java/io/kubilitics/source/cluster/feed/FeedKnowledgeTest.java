package io.kubilitics.source.cluster.feed;

import static io.kubilitics.source.cluster.feed.Objects.endOfList;
import static io.kubilitics.source.cluster.feed.Objects.list;
import static io.kubilitics.source.cluster.feed.Objects.pod;
import static io.kubilitics.source.cluster.feed.Objects.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Change;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// What a feed says of its kind, and how it begins and ends.
class FeedKnowledgeTest {
  private final ScriptedFeeds feeds = new ScriptedFeeds(TestPace.QUICK);

  @AfterEach
  void nothingWrongWasTold() {
    feeds.close();
  }

  @RepeatedTest(3)
  void aShortBreakIsNotWorthAWordAndALongOneIs() throws Exception {
    ScriptedReply watch = feeds.openWatch(pod("a", 1, "x"));
    watch.breakOff();
    feeds.server.next("=10").breakOff();
    ScriptedReply second = feeds.server.next("=10");
    assertThat(feeds.told.knowledge()).containsExactly("syncing", "synced");
    feeds.passUntilStale();
    assertThat(feeds.told.lastKnowledge()).isEqualTo("stale: since 10:02:11");
    second.ok().awaitDrained();
    feeds.time.pass(Duration.ofSeconds(1));
    feeds.told.awaitKnowledge("synced");
    assertThat(feeds.told.names()).containsExactly("a");
  }

  @RepeatedTest(3)
  void anAnswerThatIsTakenBackIsNotCalledLive() throws Exception {
    ScriptedReply watch = feeds.openWatch(pod("a", 1, "x"));
    watch.breakOff();
    ScriptedReply second = feeds.server.next("=10");
    feeds.passUntilStale();
    second.ok().event("ERROR", status(410, "too old resource version")).end();
    ScriptedReply list = feeds.server.nextWithout("watch");
    assertThat(feeds.told.lastKnowledge()).isEqualTo("stale: since 10:02:11");
    list.reply(list(20, pod("a", 1, "x")));
    feeds.told.awaitKnowledge("synced");
    assertThat(feeds.told.knowledge())
        .containsExactly("syncing", "synced", "stale: since 10:02:11", "synced");
  }

  @RepeatedTest(3)
  void whatIsForbiddenIsSaidAndTriedAgain() throws Exception {
    KindFeed feed = feeds.open(FeedOrder.watched(Objects.PODS));
    feeds.server.next("sendInitialEvents").refuse(403, "pods is forbidden: User x cannot list");
    assertThat(feed.awaitSettled(Duration.ofSeconds(30))).isTrue();
    assertThat(feed.isListed()).isFalse();
    feeds.told.awaitKnowledge("forbidden: pods is forbidden: User x cannot list");
    ScriptedReply watch = feeds.server.next("sendInitialEvents");
    watch.event("ADDED", pod("a", 1, "x")).event("BOOKMARK", endOfList(4));
    feeds.told.awaitKnowledge("synced");
    assertThat(feed.isListed()).isTrue();
    assertThat(feeds.told.log())
        .containsExactly("=syncing", "=forbidden", "=syncing", "+a", "=synced");
  }

  @RepeatedTest(3)
  void whenRightsAreTakenAwayTheObjectsGoAndComeBackWithThem() throws Exception {
    feeds.openWatch(pod("a", 1, "x"), pod("b", 1, "x")).end();
    feeds.server.next("&resourceVersion=10").refuse(403, "forbidden");
    feeds.server.next("&resourceVersion=10").refuse(403, "forbidden");
    feeds.told.awaitNames();
    assertThat(feeds.told.log()).endsWith("=forbidden", "-a", "-b");
    feeds.server.nextWithout("watch").reply(list(20, pod("a", 1, "x")));
    feeds.server.next("&resourceVersion=20").ok();
    feeds.told.awaitKnowledge("synced");
    assertThat(feeds.told.log()).endsWith("=syncing", "+a", "=synced");
  }

  @RepeatedTest(3)
  void oneRefusalOfAServerThatStartsTakesNothingAway() throws Exception {
    feeds.openWatch(pod("a", 1, "x")).end();
    feeds.server.next("&resourceVersion=10").refuse(403, "rbac is not ready");
    feeds.server.next("&resourceVersion=10").event("MODIFIED", pod("a", 11, "y")).awaitDrained();
    assertThat(feeds.told.log()).containsExactly("=syncing", "+a", "=synced", "+a");
  }

  @RepeatedTest(3)
  void whenTheKindIsServedNoLongerItsObjectsGo() throws Exception {
    feeds.openWatch(pod("a", 1, "x")).end();
    feeds.server.next("&resourceVersion=10").refuse(404, "the server could not find it");
    feeds.server.next("&resourceVersion=10").refuse(404, "the server could not find it");
    feeds.told.awaitNames();
    assertThat(feeds.told.log()).endsWith("=not-served", "-a");
    feeds.server.nextWithout("watch").reply(list(20, pod("a", 30, "x")));
    feeds.told.awaitNames("a");
  }

  @Test
  void beforeTheFirstListTheReasonForWaitingIsTold() throws Exception {
    KindFeed feed = feeds.open(FeedOrder.watched(Objects.PODS));
    feeds.server.next().breakOff();
    feeds.told.awaitKnowledge("syncing: connection refused");
    feeds
        .server
        .next()
        .deny(new ProblemException(new Problem.Unreadable("test", "its certificate has expired")));
    feeds.told.awaitKnowledge("syncing: test: its certificate has expired");
    feeds.server.next().refuse(500, "password=hunter2secret");
    feeds.told.await(() -> feeds.told.lastKnowledge().contains("password=masked"));
    assertThat(feed.awaitSettled(Duration.ZERO)).isFalse();
  }

  @RepeatedTest(3)
  void askedToReadAgainItTellsOnlyWhatDiffers() throws Exception {
    KindFeed feed = feeds.open(FeedOrder.watched(Objects.PODS));
    ScriptedReply watch = feeds.firstWatch(pod("a", 1, "x"), pod("b", 2, "x"));
    feed.relist();
    watch.awaitClosed();
    feeds.server.nextWithout("watch").reply(list(20, pod("a", 1, "x"), pod("b", 2, "y")));
    feeds.server.next("&resourceVersion=20").ok().awaitDrained();
    assertThat(feeds.told.log()).containsExactly("=syncing", "+a", "+b", "=synced", "+b");
  }

  @RepeatedTest(3)
  void askedDuringAListItReadsAgainAfterIt() throws Exception {
    KindFeed feed = feeds.open(FeedOrder.watched(Objects.PODS));
    ScriptedReply first = feeds.server.next("sendInitialEvents").event("ADDED", pod("a", 1, "x"));
    feed.relist();
    first.awaitDrained();
    assertThat(first.isClosed()).isFalse();
    first.event("BOOKMARK", endOfList(4));
    first.awaitClosed();
    ScriptedReply second = feeds.server.next("sendInitialEvents");
    second.event("ADDED", pod("a", 1, "x")).event("BOOKMARK", endOfList(4)).awaitDrained();
    assertThat(second.isClosed()).isFalse();
  }

  @Test
  void definitionsAreToldBeforeTheirObjects() throws Exception {
    KindFeed _ = feeds.open(FeedOrder.watched(Objects.DEFINITIONS));
    feeds
        .server
        .next("sendInitialEvents")
        .event(
            "ADDED",
            """
            {"metadata":{"name":"widgets.example.org"},"spec":{"group":"example.org",\
            "names":{"kind":"Widget","plural":"widgets"},"scope":"Namespaced",\
            "versions":[{"name":"v1","served":true,"storage":true}]}}\
            """);
    feeds.told.await(() -> feeds.told.defined().size() == 1);
    assertThat(feeds.told.log()).containsExactly("=syncing", "!Widget.example.org");
  }

  @RepeatedTest(3)
  void whatIsReadOtherwiseByLearnedKindsIsToldAlthoughNoFieldHasChanged() throws Exception {
    String widget =
        "{\"metadata\":{\"name\":\"w\",\"namespace\":\"n\"},\"spec\":{\"size\":\"large\"}}";
    Recorded definitions = new Recorded();
    KindFeed _ = feeds.open(FeedOrder.watched(Objects.DEFINITIONS), definitions);
    ScriptedReply defining = feeds.server.next("customresourcedefinitions");
    KindFeed feed = feeds.open(FeedOrder.watched(Objects.WIDGETS));
    ScriptedReply widgets = feeds.server.next("widgets");
    widgets.event("ADDED", widget).event("BOOKMARK", endOfList(4));
    feeds.told.awaitNames("w");
    defining.event(
        "ADDED",
        """
        {"metadata":{"name":"widgets.example.org"},"spec":{"group":"example.org",\
        "names":{"kind":"Widget","plural":"widgets"},"scope":"Namespaced","versions":[{"name":"v1",\
        "served":true,"storage":true,"additionalPrinterColumns":[{"name":"Size","type":"string",\
        "jsonPath":".spec.size"}]}]}}\
        """);
    definitions.await(() -> definitions.defined().size() == 1);
    assertThat(feeds.catalogue.learn(definitions.defined().getFirst())).isTrue();
    feed.relist();
    widgets.awaitClosed();
    feeds.server.next("widgets").event("ADDED", widget).event("BOOKMARK", endOfList(4));
    feeds.told.await(() -> feeds.told.log().stream().filter("+w"::equals).count() == 2);
  }

  @RepeatedTest(3)
  void afterItIsClosedNothingIsToldAndNothingIsAsked() throws Exception {
    KindFeed feed = feeds.open(FeedOrder.watched(Objects.PODS));
    ScriptedReply watch = feeds.firstWatch(pod("a", 1, "x"));
    watch.event("MODIFIED", pod("a", 11, "y"));
    feed.close();
    feeds.told.close();
    watch.event("DELETED", pod("a", 12, "y"));
    watch.awaitClosed();
    feed.thread().join(Duration.ofSeconds(30));
    assertThat(feed.thread().isAlive()).isFalse();
    assertThat(feeds.server.waiting()).isNull();
  }

  @RepeatedTest(3)
  void aRequestWithoutAnAnswerEndsWithTheFeed() throws Exception {
    KindFeed feed = feeds.open(FeedOrder.watched(Objects.PODS));
    ScriptedReply request = feeds.server.next();
    feed.close();
    request.awaitClosed();
    feed.thread().join(Duration.ofSeconds(30));
    assertThat(feed.thread().isAlive()).isFalse();
  }

  @Test
  void aChangeComesAloneAndMuchComesTogether() throws Exception {
    ScriptedReply watch = feeds.openWatch();
    watch.event("ADDED", pod("a", 11, "x")).awaitDrained();
    feeds.told.awaitNames("a");
    StringBuilder much = new StringBuilder();
    for (int count = 0; count < 1_200; count++) {
      much.append("{\"type\":\"ADDED\",\"object\":")
          .append(pod("p" + count, 100 + count, "x"))
          .append("}\n");
    }
    watch.send(much.toString());
    feeds.told.await(() -> feeds.told.names().size() == 1_201);
    assertThat(feeds.told.batches()).containsExactly(1, 500, 500, 200);
  }

  @RepeatedTest(3)
  void whatAListenerFailedToTakeIsToldAgain() throws Exception {
    AtomicBoolean fails = new AtomicBoolean();
    CountDownLatch failed = new CountDownLatch(1);
    Recorded told = new Recorded();
    FeedListener failing =
        new FeedListener() {
          @Override
          public void changes(List<Change> batch) {
            if (fails.getAndSet(false)) {
              failed.countDown();
              throw new IllegalStateException("a bug on purpose");
            }
            told.changes(batch);
          }

          @Override
          public void knowledge(Knowledge knowledge, String message) {
            told.knowledge(knowledge, message);
          }

          @Override
          public void rejected(String object, String reason) {
            told.rejected(object, reason);
          }
        };
    KindFeed _ = feeds.open(FeedOrder.watched(Objects.PODS), failing);
    feeds.server.next("sendInitialEvents").refuse(422, "not offered");
    feeds.server.next("?resourceVersion=0").reply(list(10, pod("a", 1, "x"), pod("b", 1, "x")));
    ScriptedReply watch = feeds.server.next("&resourceVersion=10").ok().awaitDrained();
    fails.set(true);
    watch.event("DELETED", pod("a", 11, "x"));
    assertThat(failed.await(30, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    feeds.server.nextWithout("watch").reply(list(20, pod("b", 12, "y")));
    told.awaitNames("b");
  }
}
