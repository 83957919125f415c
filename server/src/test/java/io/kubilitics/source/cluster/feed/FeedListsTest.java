package io.kubilitics.source.cluster.feed;

import static io.kubilitics.source.cluster.feed.Objects.list;
import static io.kubilitics.source.cluster.feed.Objects.pod;
import static io.kubilitics.source.cluster.feed.Objects.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.source.cluster.connection.Errand;
import io.kubilitics.source.cluster.feed.FeedOrder.Rhythm;
import io.kubilitics.source.cluster.feed.FeedOrder.Shape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// How objects are listed.
class FeedListsTest {
  private final ScriptedFeeds feeds = new ScriptedFeeds(TestPace.QUICK);

  @AfterEach
  void nothingWrongWasTold() {
    feeds.close();
  }

  private void open(Shape shape) {
    KindFeed _ = feeds.open(FeedOrder.watched(Objects.PODS).with(shape));
  }

  @Test
  void aServerThatDoesNotListByWatchIsAskedOnlyOnceByAllFeeds() throws Exception {
    ScriptedReply _ = feeds.openWatch();
    KindFeed _ = feeds.open(FeedOrder.watched(Objects.LEASES), new Recorded());
    assertThat(feeds.server.next().path())
        .isEqualTo("/apis/coordination.k8s.io/v1/leases?resourceVersion=0");
  }

  @Test
  void aWatchIsAskedForBookmarksAndAnEndBetweenFiveAndTenMinutes() throws Exception {
    ScriptedReply watch = feeds.openWatch();
    assertThat(watch.errand()).isEqualTo(Errand.WATCH);
    assertThat(watch.path()).startsWith("/api/v1/pods?watch=1&allowWatchBookmarks=true&timeoutS");
    String seconds = watch.path().replaceAll(".*timeoutSeconds=(\\d+).*", "$1");
    assertThat(Integer.parseInt(seconds)).isBetween(300, 600);
  }

  @Test
  void aFeedOfOneNamespaceAsksForThatAlone() throws Exception {
    KindFeed _ = feeds.open(FeedOrder.watched(Objects.PODS).in("shop"));
    assertThat(feeds.server.next().path()).startsWith("/api/v1/namespaces/shop/pods?watch=1");
  }

  @Test
  void anAnswerThatIsTooLargeIsAskedForInPages() throws Exception {
    open(Shape.WHOLE);
    feeds.server.next("sendInitialEvents").refuse(400, "unknown");
    feeds.server.next("?resourceVersion=0").refuse(413, "too large");
    feeds
        .server
        .next("?limit=500")
        .reply(list(10, "a/b+c", List.of(pod("a", 1, "x"), pod("b", 2, "x"))));
    feeds.server.next("&continue=a%2Fb%2Bc").reply(list(11, pod("c", 3, "x")));
    feeds.server.next("&resourceVersion=10").ok();
    feeds.told.awaitNames("a", "b", "c");
  }

  @Test
  void aListThatBreaksInTheMiddleIsAskedForInPages() throws Exception {
    open(Shape.WHOLE);
    feeds.server.next("sendInitialEvents").refuse(400, "unknown");
    String whole = list(10, pod("a", 1, "x"), pod("b", 2, "x"));
    feeds
        .server
        .next("=0")
        .send(whole.substring(0, whole.length() - 100))
        .awaitDrained()
        .breakOff();
    feeds.server.next("?limit=500").reply(whole);
    feeds.server.next("&resourceVersion=10").ok();
    feeds.told.awaitNames("a", "b");
  }

  @RepeatedTest(3)
  void aListThatRunsOutOfTimeGoesOnWhereTheServerSays() throws Exception {
    open(Shape.WHOLE);
    feeds.server.next("sendInitialEvents").refuse(400, "unknown");
    feeds.server.next("?resourceVersion=0").refuse(500, "request timed out");
    feeds.server.next("?limit=500").reply(list(10, "old", List.of(pod("a", 1, "x"))));
    feeds
        .server
        .next("&continue=old")
        .head(410)
        .send(
            status(410, "expired")
                .replace("\"metadata\":{}", "\"metadata\":{\"continue\":\"new\"}"))
        .end();
    feeds.server.next("&continue=new").reply(list(40, pod("b", 2, "x")));
    // What changed between the pages is seen from the first one on.
    feeds.server.next("&resourceVersion=10").ok();
    feeds.told.awaitNames("a", "b");
  }

  @RepeatedTest(3)
  void aListThatRunsOutOfTimeBeginsAgainOtherwise() throws Exception {
    open(Shape.WHOLE);
    feeds.server.next("sendInitialEvents").refuse(400, "unknown");
    feeds.server.next("?resourceVersion=0").refuse(500, "request timed out");
    feeds.server.next("?limit=500").reply(list(10, "old", List.of(pod("a", 1, "x"))));
    feeds.server.next("&continue=old").refuse(410, "expired");
    ScriptedReply again = feeds.server.next("?limit=500");
    assertThat(again.path()).doesNotContain("continue");
    again.reply(list(50, pod("b", 2, "x")));
    feeds.server.next("&resourceVersion=50").ok();
    feeds.told.awaitNames("b");
    assertThat(feeds.told.log()).containsSubsequence("+a", "+b", "-a", "=synced");
  }

  @RepeatedTest(3)
  void pagesThatDoNotEndAreGivenUp() throws Exception {
    open(Shape.WHOLE);
    feeds.server.next("sendInitialEvents").refuse(400, "unknown");
    feeds.server.next("?resourceVersion=0").refuse(504, "timeout");
    feeds.server.next("?limit=500").reply(list(10, "same", List.of(pod("a", 1, "x"))));
    feeds.server.next("&continue=same").reply(list(10, "same", List.of(pod("a", 1, "x"))));
    feeds.told.await(() -> feeds.told.lastKnowledge().equals("syncing: its list does not end"));
    assertThat(feeds.server.next("?limit=500").path()).doesNotContain("continue");
  }

  @Test
  void pagesWithoutObjectsAreGivenUp() throws Exception {
    open(Shape.WHOLE);
    feeds.server.next("sendInitialEvents").refuse(400, "unknown");
    feeds.server.next("?resourceVersion=0").refuse(504, "timeout");
    feeds.server.next("?limit=500").reply(list(10, "more", List.of()));
    feeds.told.await(() -> feeds.told.lastKnowledge().equals("syncing: its list does not end"));
  }

  @Test
  void whatIsNoListTakesNothingAway() throws Exception {
    ScriptedReply watch = feeds.openWatch(pod("a", 1, "x"));
    watch.event("ERROR", status(410, "old"));
    feeds.server.nextWithout("watch").reply("{}");
    feeds.server.next("?limit=500").reply("{\"kind\":\"Status\",\"metadata\":{}}");
    feeds.server.next("?limit=500").reply("<html>");
    feeds.server.next("?limit=500").reply(list(20, pod("a", 1, "x")));
    feeds.server.next("&resourceVersion=20").ok();
    assertThat(feeds.told.log()).doesNotContain("-a");
  }

  @Test
  void theFieldsOfAListMayComeInAnyOrder() throws Exception {
    KindFeed _ = feeds.open(FeedOrder.watched(Objects.WIDGETS));
    feeds.server.next("sendInitialEvents").refuse(400, "unknown");
    feeds
        .server
        .next("?resourceVersion=0")
        .reply(
            "{\"apiVersion\":\"example.org/v1\",\"items\":[{\"apiVersion\":\"example.org/v1\","
                + "\"kind\":\"Widget\",\"metadata\":{\"name\":\"w\",\"namespace\":\"n\"}}],"
                + "\"kind\":\"WidgetList\",\"metadata\":{\"continue\":\"\","
                + "\"resourceVersion\":\"77\"}}");
    feeds.server.next("&resourceVersion=77").ok();
    feeds.told.awaitNames("w");
  }

  @Test
  void noItemsAreAnEmptyList() throws Exception {
    open(Shape.WHOLE);
    feeds.server.next("sendInitialEvents").refuse(400, "unknown");
    feeds
        .server
        .next("?resourceVersion=0")
        .reply("{\"kind\":\"PodList\",\"metadata\":{\"resourceVersion\":\"4\"},\"items\":null}");
    feeds.server.next("&resourceVersion=4").ok();
    feeds.told.awaitKnowledge("synced");
  }

  @RepeatedTest(3)
  void fourListsAreInFlightAtMostAndTheFifthFollows() throws Exception {
    List<ScriptedReply> lists = new ArrayList<>();
    for (int count = 0; count < 6; count++) {
      KindFeed _ = feeds.open(FeedOrder.watched(Objects.PODS).in("n" + count), new Recorded());
    }
    for (int count = 0; count < 4; count++) {
      lists.add(feeds.server.next("sendInitialEvents").ok().awaitDrained());
    }
    assertThat(feeds.server.requests()).isEqualTo(4);
    lists.getFirst().event("BOOKMARK", Objects.endOfList(5));
    feeds.server.next("sendInitialEvents").ok();
    assertThat(lists.getFirst().isClosed()).isFalse();
    lists.get(1).breakOff();
    feeds.server.next("sendInitialEvents").ok();
  }

  @Test
  void metadataIsAskedForInItsOwnForm() throws Exception {
    KindFeed _ = feeds.open(FeedOrder.watched(Objects.LEASES).with(Shape.METADATA));
    ScriptedReply byWatch = feeds.server.next("sendInitialEvents");
    assertThat(byWatch.accept()).startsWith("application/json;as=PartialObjectMetadata;g=meta");
    byWatch.refuse(422, "not offered");
    ScriptedReply whole = feeds.server.next("?resourceVersion=0");
    assertThat(whole.accept()).startsWith("application/json;as=PartialObjectMetadataList;");
    whole.reply(
        """
        {"kind":"PartialObjectMetadataList","apiVersion":"meta.k8s.io/v1",\
        "metadata":{"resourceVersion":"9"},"items":[{"kind":"PartialObjectMetadata",\
        "apiVersion":"meta.k8s.io/v1","metadata":{"name":"n1","namespace":"kube-node-lease"}}]}\
        """);
    feeds.server.next("&resourceVersion=9").ok();
    feeds.told.awaitKnowledge("synced");
    assertThat(feeds.told.objects().keySet())
        .extracting(Object::toString)
        .containsExactly("Lease.coordination.k8s.io/kube-node-lease/n1");
  }

  @RepeatedTest(3)
  void aThousandRenewalsAreNoChange() throws Exception {
    KindFeed _ = feeds.open(FeedOrder.watched(Objects.LEASES).with(Shape.METADATA));
    ScriptedReply watch = feeds.server.next("sendInitialEvents");
    watch.event("ADDED", lease("node-1", 1)).event("BOOKMARK", Objects.endOfList(2));
    for (int renewal = 0; renewal < 1_000; renewal++) {
      watch.event("MODIFIED", lease("node-1", 10 + renewal));
    }
    watch.event("ADDED", lease("node-2", 2_000));
    feeds.told.awaitNames("node-1", "node-2");
    assertThat(feeds.told.log()).containsExactly("=syncing", "+node-1", "=synced", "+node-2");
    watch.end();
    feeds.server.next("&resourceVersion=2000").ok();
  }

  private static String lease(String name, int resourceVersion) {
    return """
    {"kind":"PartialObjectMetadata","apiVersion":"meta.k8s.io/v1","metadata":{"name":"%s",\
    "namespace":"kube-node-lease","resourceVersion":"%d","uid":"u-%s",\
    "managedFields":[{"manager":"kubelet","operation":"Update","time":"%d"}]}}\
    """
        .formatted(name, resourceVersion, name, resourceVersion);
  }

  @RepeatedTest(3)
  void aPolledKindIsListedAgainAndAgain() throws Exception {
    KindFeed _ =
        feeds.open(FeedOrder.watched(Objects.PODS).with(new Rhythm.Polled(Duration.ofMillis(5))));
    feeds.server.next("?resourceVersion=0").reply(list(10, pod("a", 1, "x")));
    feeds.server.next("?resourceVersion=0").reply(list(11, pod("a", 1, "x"), pod("b", 1, "x")));
    feeds.server.next("?resourceVersion=0").reply(list(12, pod("b", 1, "x")));
    feeds.told.awaitNames("b");
    assertThat(feeds.told.log()).containsExactly("=syncing", "+a", "=polled", "+b", "-a");
  }

  @Test
  void whatIsReadOnceIsReadAgainOnlyWhenAsked() throws Exception {
    KindFeed feed = feeds.open(FeedOrder.watched(Objects.PODS).with(new Rhythm.Once()));
    feeds.server.next("?resourceVersion=0").refuse(503, "starting");
    feeds.server.next("?resourceVersion=0").reply(list(10, pod("a", 1, "x")));
    feeds.told.awaitKnowledge("polled: once");
    assertThat(feed.awaitSettled(Duration.ofSeconds(30))).isTrue();
    feed.relist();
    feeds.server.nextWithout("watch").refuse(503, "starting");
    feeds.server.nextWithout("watch").reply(list(11, pod("a", 2, "y")));
    feeds.told.await(() -> feeds.told.log().stream().filter("+a"::equals).count() == 2);
  }

  @Test
  void aKindThatCannotBeWatchedIsPolled() throws Exception {
    KindFeed _ = feeds.open(FeedOrder.watched(Objects.PODS));
    feeds.server.next("sendInitialEvents").refuse(405, "no such verb");
    feeds.server.next("?resourceVersion=0").reply(list(10, pod("a", 1, "x")));
    feeds.server.next("&resourceVersion=10").refuse(405, "no such verb");
    feeds.server.next("?resourceVersion=0").reply(list(11, pod("a", 1, "x")));
    feeds.told.awaitKnowledge("polled");
    feeds.server.next("?resourceVersion=0").reply(list(12));
    feeds.told.awaitNames();
  }

  @Test
  void aKindWithoutTheVerbIsNeverWatched() throws Exception {
    var served = Objects.PODS;
    var listed =
        new io.kubilitics.source.cluster.discovery.ServedKind(
            served.kind(), "v1", "pods", true, List.of(), List.of(), Set.of("list"));
    KindFeed _ = feeds.open(FeedOrder.watched(listed));
    feeds.server.next("?resourceVersion=0").reply(list(10, pod("a", 1, "x")));
    feeds.told.awaitKnowledge("polled");
  }
}
