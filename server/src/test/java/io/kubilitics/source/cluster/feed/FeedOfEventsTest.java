package io.kubilitics.source.cluster.feed;

import static io.kubilitics.source.cluster.feed.Objects.endOfList;
import static io.kubilitics.source.cluster.feed.Objects.list;
import static io.kubilitics.source.cluster.feed.Objects.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.ObjectEvent;
import io.kubilitics.model.ResourceId;
import io.kubilitics.source.cluster.feed.FeedOrder.Shape;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class FeedOfEventsTest {
  private final ScriptedFeeds feeds = new ScriptedFeeds(TestPace.QUICK);

  @AfterEach
  void nothingWrongWasTold() {
    feeds.close();
  }

  private ScriptedReply open() throws InterruptedException {
    KindFeed _ = feeds.open(FeedOrder.watched(Objects.EVENTS).with(Shape.EVENTS));
    return feeds.server.next("/api/v1/events?watch=1");
  }

  private static String event(String name, int minute, int count) {
    return """
    {"metadata":{"name":"%s","namespace":"shop","resourceVersion":"%d"},\
    "involvedObject":{"kind":"Pod","namespace":"shop","name":"cart-1","uid":"u1",\
    "apiVersion":"v1","fieldPath":"spec.containers{main}"},"reason":"BackOff",\
    "message":"restarting failed container","source":{"component":"kubelet","host":"w1"},\
    "firstTimestamp":"2026-11-20T10:00:00Z","lastTimestamp":"2026-11-20T10:%02d:00Z",\
    "count":%d,"type":"Warning","eventTime":null}\
    """
        .formatted(name, 1_000 + minute, minute, count);
  }

  @Test
  void anEventOfTheCoreGroupIsRead() throws Exception {
    open().event("ADDED", event("e1", 7, 3)).event("BOOKMARK", endOfList(5));
    feeds.told.awaitKnowledge("synced");
    assertThat(feeds.told.events())
        .containsExactly(
            new ObjectEvent(
                "shop/e1",
                ResourceId.parse("Pod/shop/cart-1"),
                "u1",
                ObjectEvent.Type.WARNING,
                "BackOff",
                "restarting failed container",
                3,
                Instant.parse("2026-11-20T10:00:00Z"),
                Instant.parse("2026-11-20T10:07:00Z"),
                "kubelet, w1"));
  }

  @Test
  void anEventOfTheNewGroupIsTheSame() throws Exception {
    open()
        .event(
            "ADDED",
            """
            {"metadata":{"name":"e1","namespace":"default","creationTimestamp":"2026-11-20T10:00:00Z"},\
            "regarding":{"kind":"Deployment","apiVersion":"apps/v1","namespace":"shop","name":"cart"},\
            "reason":"Scaled","note":"token=abcdefgh12345678","type":"Normal",\
            "eventTime":"2026-11-20T10:00:01.123456Z","reportingController":"deployment-controller",\
            "reportingInstance":"m-1","series":{"count":4,\
            "lastObservedTime":"2026-11-20T10:05:00.000000Z"}}\
            """)
        .event("BOOKMARK", endOfList(5));
    feeds.told.awaitKnowledge("synced");
    ObjectEvent event = feeds.told.events().getFirst();
    assertThat(event.regarding()).hasToString("Deployment.apps/shop/cart");
    assertThat(event.message()).isEqualTo("token=masked");
    assertThat(event.count()).isEqualTo(4);
    assertThat(event.first()).isEqualTo("2026-11-20T10:00:01.123456Z");
    assertThat(event.last()).isEqualTo("2026-11-20T10:05:00Z");
    assertThat(event.reporter()).isEqualTo("deployment-controller, m-1");
  }

  @RepeatedTest(3)
  void aListIsToldOldestFirstAndOnlyWhatIsNewAfterwards() throws Exception {
    ScriptedReply watch = open();
    watch.event("ADDED", event("late", 30, 1)).event("ADDED", event("early", 10, 1));
    watch.event("ADDED", event("middle", 20, 1)).event("BOOKMARK", endOfList(5));
    feeds.told.awaitKnowledge("synced");
    assertThat(feeds.told.events())
        .extracting(ObjectEvent::key)
        .containsExactly("shop/early", "shop/middle", "shop/late");
    watch.event("DELETED", event("early", 10, 1)).event("ERROR", status(410, "old"));
    ScriptedReply again = feeds.server.next("sendInitialEvents");
    again.event("ADDED", event("middle", 20, 1)).event("ADDED", event("late", 40, 2));
    again.event("BOOKMARK", endOfList(9));
    feeds.told.await(() -> feeds.told.events().size() == 4);
    assertThat(feeds.told.events().getLast().count()).isEqualTo(2);
    assertThat(feeds.told.log()).containsExactly("=syncing", "=synced");
  }

  @RepeatedTest(3)
  void fiveThousandEventsASecondForAMinuteLeaveTheNewestOfEach() throws Exception {
    ScriptedReply watch = open();
    watch.event("BOOKMARK", endOfList(5));
    for (int second = 0; second < 60; second++) {
      StringBuilder events = new StringBuilder();
      for (int number = 0; number < 5_000; number++) {
        events
            .append("{\"type\":\"MODIFIED\",\"object\":")
            .append(event("e" + number % 100, second, second * 50 + number / 100 + 1))
            .append("}\n");
      }
      watch.send(events.toString()).awaitDrained();
    }
    feeds.told.await(() ->
        feeds.told.events().size() >= 100 && feeds.told.events().getLast().count() == 60 * 50);
    Map<String, Integer> newest = new HashMap<>();
    feeds.told.events().forEach(event -> newest.put(event.key(), event.count()));
    assertThat(newest).hasSize(100);
    assertThat(newest.values()).containsOnly(60 * 50);
  }

  @Test
  void ofALongListTheNewestAreTold() throws Exception {
    ScriptedReply watch = open();
    StringBuilder events = new StringBuilder();
    for (int number = 0; number < 6_000; number++) {
      events
          .append("{\"type\":\"ADDED\",\"object\":")
          .append(event("e" + number, number / 100, 1))
          .append("}\n");
    }
    watch.send(events.toString()).event("BOOKMARK", endOfList(9));
    feeds.told.awaitKnowledge("synced");
    assertThat(feeds.told.events()).hasSize(5_000);
    assertThat(feeds.told.events().getFirst().last()).isEqualTo("2026-11-20T10:10:00Z");
  }

  @Test
  void whatIsAboutNothingIsReported() throws Exception {
    open()
        .event("ADDED", "{\"metadata\":{\"name\":\"e\",\"namespace\":\"n\"}}")
        .event("ADDED", "[]")
        .event("BOOKMARK", endOfList(5));
    feeds.told.awaitKnowledge("synced");
    assertThat(feeds.told.rejected()).first().isEqualTo("Event n/e: it is about no object");
  }

  @Test
  void aListOfEventsMayComeWhole() throws Exception {
    open().refuse(422, "not offered");
    feeds.server.next("?resourceVersion=0").reply(list(10, event("a", 3, 1), event("b", 2, 1)));
    feeds.told.await(() -> feeds.told.events().size() == 2);
    assertThat(feeds.told.events().getFirst().key()).isEqualTo("shop/b");
  }
}
