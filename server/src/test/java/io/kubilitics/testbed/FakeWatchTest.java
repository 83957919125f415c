package io.kubilitics.testbed;

import static io.kubilitics.testbed.FakeObjects.json;
import static io.kubilitics.testbed.FakeObjects.pod;
import static io.kubilitics.testbed.FakeObjects.told;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.model.ResourceId;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FakeWatchTest {
  private static final String PODS = "/api/v1/pods?watch=1&allowWatchBookmarks=true";
  private static final String INITIAL =
      PODS + "&sendInitialEvents=true&resourceVersionMatch=NotOlderThan";

  private FakeApiServer server;
  private FakeCaller caller;

  @BeforeEach
  void start() {
    server = FakeApiServer.start();
    caller = FakeCaller.admin(server);
  }

  @AfterEach
  void stop() {
    caller.close();
    server.close();
  }

  @Test
  void aWatchTellsWhatHappensFromAListOn() throws Exception {
    server.put(pod("shop", "cart"));
    String listed = server.revision();
    try (FakeCaller.Lines watch =
        caller.watch("/api/v1/namespaces/shop/pods?watch=1&resourceVersion=" + listed)) {
      server.put(pod("elsewhere", "other"));
      server.put(pod("shop", "till"));
      server.put(pod("shop", "cart"));
      server.delete(ResourceId.parse("Pod/shop/cart"));

      assertThat(told(watch.next())).isEqualTo("ADDED Pod till");
      assertThat(told(watch.next())).isEqualTo("MODIFIED Pod cart");
      String gone = watch.next();
      assertThat(told(gone)).isEqualTo("DELETED Pod cart");
      assertThat(json(gone).at("/object/metadata/resourceVersion").asText())
          .isEqualTo(server.revision());
      assertThat(json(gone).at("/object/spec/nodeName").asText()).isEqualTo("worker-1");
    }
  }

  @Test
  void aWatchWithoutRevisionBeginsWithWhatIsThere() throws Exception {
    server.put(pod("shop", "cart"));
    try (FakeCaller.Lines watch = caller.watch(PODS)) {
      assertThat(told(watch.next())).isEqualTo("ADDED Pod cart");
      server.put(pod("shop", "till"));
      assertThat(told(watch.next())).isEqualTo("ADDED Pod till");
    }
  }

  @Test
  void initialEventsEndWithAMarkedBookmark() throws Exception {
    server.put(pod("shop", "cart"));
    try (FakeCaller.Lines watch = caller.watch(INITIAL)) {
      assertThat(told(watch.next())).isEqualTo("ADDED Pod cart");
      JsonNode mark = json(watch.next());
      assertThat(mark.path("type").asText()).isEqualTo("BOOKMARK");
      assertThat(mark.at("/object/metadata/annotations/k8s.io~1initial-events-end").asText())
          .isEqualTo("true");
      assertThat(mark.at("/object/metadata/resourceVersion").asText()).isEqualTo(server.revision());
    }
  }

  @Test
  void aServerWithoutWatchListSaysSo() throws Exception {
    server.features().watchList(false);
    try (FakeCaller.Lines watch = caller.watch(INITIAL)) {
      assertThat(watch.status()).isEqualTo(422);
      JsonNode status = json(watch.next());
      assertThat(status.path("reason").asText()).isEqualTo("Invalid");
      assertThat(status.path("message").asText()).contains("sendInitialEvents is forbidden");
    }
  }

  @Test
  void bookmarksComeFromTimeToTimeToWhoAllowsThem() throws Exception {
    server.features().bookmarkPeriod(Duration.ofMillis(20));
    String revision = server.revision();
    try (FakeCaller.Lines watch = caller.watch(PODS + "&resourceVersion=" + revision)) {
      assertThat(told(watch.next())).isEqualTo("BOOKMARK Pod");
      server.skipRevisions(100);
      Eventually.holds(() ->
          assertThat(json(watch.next()).at("/object/metadata/resourceVersion").asText())
              .isEqualTo(server.revision()));
    }
  }

  @Test
  void aWatchFromBeforeTheHorizonIsToldByAnEvent() throws Exception {
    String old = server.revision();
    server.put(pod("shop", "cart"));
    server.compact();
    try (FakeCaller.Lines watch = caller.watch(PODS + "&resourceVersion=" + old)) {
      assertThat(watch.status()).isEqualTo(200);
      JsonNode event = json(watch.next());
      assertThat(event.path("type").asText()).isEqualTo("ERROR");
      assertThat(event.at("/object/code").asInt()).isEqualTo(410);
      assertThat(event.at("/object/message").asText()).startsWith("too old resource version: ");
      assertThat(watch.next()).isNull();
    }
  }

  @Test
  void aWatchFromBeforeTheHorizonIsToldByTheStatusOnRequest() throws Exception {
    server.features().tooOld(FakeFeatures.TooOld.STATUS);
    String old = server.revision();
    server.put(pod("shop", "cart"));
    server.compact();
    try (FakeCaller.Lines watch = caller.watch(PODS + "&resourceVersion=" + old)) {
      assertThat(watch.status()).isEqualTo(410);
    }
  }

  @Test
  void aWatchFromTheHorizonItselfGoesOn() throws Exception {
    server.put(pod("shop", "cart"));
    server.compact();
    try (FakeCaller.Lines watch = caller.watch(PODS + "&resourceVersion=" + server.revision())) {
      server.put(pod("shop", "till"));
      assertThat(told(watch.next())).isEqualTo("ADDED Pod till");
    }
  }

  @Test
  void aWatchEndsWhenItsTimeIsOver() throws Exception {
    server.features().watchLimit(Duration.ofMillis(30));
    try (FakeCaller.Lines watch = caller.watch(PODS)) {
      assertThat(watch.next()).isNull();
    }
    server.features().watchLimit(Duration.ofHours(1));
    try (FakeCaller.Lines watch = caller.watch(PODS + "&timeoutSeconds=1")) {
      assertThat(watch.next()).isNull();
    }
  }

  @Test
  void aWatchThatNobodyReadsAnyMoreIsOver() throws Exception {
    try (FakeCaller.Lines _ = caller.watch(PODS)) {
      Eventually.holds(() -> assertThat(server.log().open(FakeVerb.WATCH)).isEqualTo(1));
    }
    Eventually.holds(() -> assertThat(server.log().open(FakeVerb.WATCH)).isZero());
  }

  @Test
  void aKindThatIsServedNoLongerEndsItsWatches() throws Exception {
    server.put(FakeObjects.crd("v1"));
    server.put(
        """
        {"apiVersion":"example.com/v1","kind":"Widget",
         "metadata":{"name":"w","namespace":"shop"}}\
        """);
    try (FakeCaller.Lines watch =
        caller.watch("/apis/example.com/v1/widgets?watch=1&resourceVersion=" + server.revision())) {
      server.delete(
          ResourceId.parse("CustomResourceDefinition.apiextensions.k8s.io/widgets.example.com"));

      String first = watch.next();
      if (first != null) {
        assertThat(told(first)).isEqualTo("DELETED Widget w");
        assertThat(watch.next()).isNull();
      }
    }
    assertThat(caller.get("/apis/example.com/v1/widgets").statusCode()).isEqualTo(404);
  }

  @Test
  void anyNumberOfWatchersSeeTheSame() throws Exception {
    FakeCaller.Lines[] watches = new FakeCaller.Lines[90];
    for (int number = 0; number < watches.length; number++) {
      watches[number] = caller.watch(PODS);
    }
    FakeObjects.pods(server, 50);
    for (FakeCaller.Lines watch : watches) {
      for (int number = 0; number < 50; number++) {
        assertThat(told(watch.next())).isEqualTo("ADDED Pod pod-%05d".formatted(number));
      }
      watch.close();
    }
    assertThat(server.log().mostAtOnce(FakeVerb.WATCH)).isEqualTo(90);
    assertThat(server.log().connections()).isEqualTo(1);
  }
}
