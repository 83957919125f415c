package io.kubilitics.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.api.stream.ClientLimits;
import io.kubilitics.api.stream.StreamLimits;
import io.kubilitics.api.stream.StreamPace;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.ObjectEvent;
import io.kubilitics.model.ResourceId;
import io.kubilitics.testbed.Eventually;
import io.kubilitics.testbed.StreamClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The stream over the wire.
@Timeout(300)
class StreamTest {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final Duration SHORT = Duration.ofMillis(200);

  /// Longer than a busy machine takes for what is small.
  private static final Duration STALL = Duration.ofSeconds(5);

  /// Quick in what is told, patient with clients.
  private static final StreamPace QUICK = pace(LONG, LONG);

  private static HttpClient http;

  @BeforeAll
  static void start() {
    http = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    http.close();
  }

  private static StreamPace pace(Duration hello, Duration stall) {
    return new StreamPace(hello, SHORT, SHORT, LONG, LONG, stall, SHORT, LONG, LONG, SHORT);
  }

  private static TestServer quick() {
    return TestServer.with(QUICK, StreamLimits.USUAL);
  }

  private static StreamClient greeted(TestServer server) throws IOException {
    StreamClient client = StreamClient.greet(http, server.api.port(), server.token.reveal());
    assertThat(client.next().path("type").asText()).isEqualTo("welcome");
    return client;
  }

  private static void subscribe(StreamClient client, String id, String more) {
    client.say(
        "{\"type\":\"subscribe\",\"id\":\"%s\",\"cluster\":\"shop\",\"view\":{\"show\":\"topology\"%s}}"
            .formatted(id, more));
  }

  @Test
  void aSubscriptionBeginsWithASnapshotAndGoesOnWithDeltas() throws IOException {
    try (TestServer server = TestServer.start();
        StreamClient client = greeted(server)) {
      subscribe(client, "a", "");
      JsonNode snapshot = client.next();
      server.shop.grow("more", 1);
      JsonNode delta = client.next();

      assertThat(snapshot.path("type").asText()).isEqualTo("snapshot");
      assertThat(snapshot.path("parts").findValuesAsText("topic"))
          .containsExactly("", "payments", "shop");
      assertThat(delta.path("type").asText()).isEqualTo("delta");
      assertThat(delta.path("from")).isEqualTo(snapshot.path("revision"));
      assertThat(delta.path("parts").path(0).path("content").path("nodes").findValuesAsText("name"))
          .contains("more-0");
    }
  }

  @Test
  void whatIsOutOfViewIsNotSentAndOneThatComesIntoViewIsSentWhole() throws Exception {
    try (TestServer server = quick();
        StreamClient client = greeted(server)) {
      subscribe(client, "a", ",\"namespaces\":[\"payments\"]");
      JsonNode snapshot = client.next("snapshot");
      int before = server.knows();
      server.shop.grow("more", 1);
      Eventually.holds(() -> assertThat(server.knows()).isEqualTo(before + 1));
      long grown = server.revision();
      JsonNode bookmark;
      do {
        bookmark = client.next();
        assertThat(bookmark.path("type").asText()).isEqualTo("bookmark");
      } while (bookmark.path("revision").asLong() < grown);
      client.say(
          "{\"type\":\"update\",\"id\":\"a\",\"view\":{\"show\":\"topology\",\"namespaces\":[\"shop\"]}}");
      JsonNode delta = client.next("delta");

      assertThat(snapshot.path("parts").findValuesAsText("topic")).containsExactly("payments");
      assertThat(delta.path("drop").path(0).asText()).isEqualTo("payments");
      assertThat(delta.path("parts").findValuesAsText("topic")).containsExactly("shop");
      assertThat(delta.path("parts").path(0).path("whole").asBoolean()).isTrue();
      assertThat(delta.path("updates").asInt()).isEqualTo(1);
      assertThat(delta.path("parts").path(0).path("content").findValuesAsText("name"))
          .contains("more-0");
    }
  }

  @Test
  void anUpdateThatShowsNothingElseIsAnsweredAllTheSame() throws IOException {
    try (TestServer server = quick();
        StreamClient client = greeted(server)) {
      subscribe(client, "a", "");
      client.next("snapshot");
      client.say("{\"type\":\"update\",\"id\":\"a\",\"view\":{\"show\":\"topology\"}}");
      JsonNode delta = client.next("delta");

      assertThat(delta.path("from")).isEqualTo(delta.path("to"));
      assertThat(delta.path("updates").asInt()).isEqualTo(1);
    }
  }

  /// A program that always writes all fields.
  @Test
  void aFieldWithoutValuesIsNoField() throws IOException {
    try (TestServer server = quick();
        StreamClient client = greeted(server)) {
      client.say(
          "{\"type\":\"subscribe\",\"id\":\"a\",\"cluster\":\"shop\",\"view\":{\"show\":\"status\","
              + "\"namespaces\":[],\"kinds\":[]}}");

      assertThat(client.next("snapshot").path("show").asText()).isEqualTo("status");
    }
  }

  @Test
  void theEventsOfOneObjectAreFollowed() throws IOException {
    try (TestServer server = quick();
        StreamClient client = greeted(server)) {
      client.say(
          "{\"type\":\"subscribe\",\"id\":\"a\",\"cluster\":\"shop\",\"view\":{\"show\":\"events\","
              + "\"kinds\":[\"pods\"],\"namespaces\":[\"shop\"],\"names\":[\"cart-1\"]}}");
      client.next("snapshot");
      for (String object : List.of("Pod/shop/batch-1", "Pod/payments/cart-1", "Pod/shop/cart-1")) {
        server.shop.report(
            new ObjectEvent(
                object,
                ResourceId.parse(object),
                "",
                ObjectEvent.Type.WARNING,
                "BackOff",
                "again",
                1,
                Shop.AS_OF,
                Shop.AS_OF,
                "kubelet"));
      }

      assertThat(client.next("delta").findValuesAsText("regarding"))
          .containsExactly("Pod/shop/cart-1");
    }
  }

  @Test
  void anotherFilterIsAnotherSnapshot() throws IOException {
    try (TestServer server = quick();
        StreamClient client = greeted(server)) {
      subscribe(client, "a", "");
      client.next("snapshot");
      client.say(
          "{\"type\":\"update\",\"id\":\"a\",\"view\":{\"show\":\"topology\",\"health\":\"failed\"}}");
      JsonNode snapshot = client.next("snapshot");

      assertThat(snapshot.path("parts").findValuesAsText("name"))
          .contains("batch-1")
          .doesNotContain("cart-1");
    }
  }

  @Test
  void whoComesBackGetsWhatHappenedMeanwhile() throws IOException {
    try (TestServer server = quick()) {
      JsonNode snapshot;
      try (StreamClient client = greeted(server)) {
        subscribe(client, "a", "");
        snapshot = client.next("snapshot");
      }
      server.shop.grow("meanwhile", 1);
      try (StreamClient again = greeted(server)) {
        again.say(
            "{\"type\":\"subscribe\",\"id\":\"b\",\"cluster\":\"shop\",\"view\":{\"show\":\"topology\"},"
                + "\"resume\":{\"streamEpoch\":"
                + snapshot.path("streamEpoch")
                + ",\"revision\":"
                + snapshot.path("revision")
                + "}}");
        JsonNode delta = news(again);

        assertThat(delta.path("type").asText()).isEqualTo("delta");
        assertThat(delta.path("from")).isEqualTo(snapshot.path("revision"));
        assertThat(delta.findValuesAsText("name")).contains("meanwhile-0");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"another, 3", "EPOCH, 0", "EPOCH, 999999"})
  void whatCannotBeResumedIsASnapshot(String epoch, long revision) throws IOException {
    try (TestServer server = quick();
        StreamClient client = greeted(server)) {
      subscribe(client, "a", "");
      String ours = client.next("snapshot").path("streamEpoch").asText();
      client.say(
          "{\"type\":\"subscribe\",\"id\":\"b\",\"cluster\":\"shop\",\"view\":{\"show\":\"topology\"},"
              + "\"resume\":{\"streamEpoch\":\"%s\",\"revision\":%d}}"
                  .formatted(epoch.replace("EPOCH", ours), revision));

      assertThat(client.next("snapshot").path("id").asText()).isEqualTo("b");
    }
  }

  /// The next message that is more than a sign of life, which may come first on a slow machine.
  private static JsonNode news(StreamClient client) throws IOException {
    while (true) {
      JsonNode message = client.next();
      if (!message.path("type").asText().equals("bookmark")) {
        return message;
      }
    }
  }

  /// A sign of life before there is anything.
  private static boolean isOfNothing(JsonNode message) {
    return message.path("type").asText().equals("bookmark") && !message.has("revision");
  }

  @Test
  void aRevisionOfAnotherChannelIsNotResumed() throws IOException {
    try (TestServer server = quick();
        StreamClient client = greeted(server)) {
      client.say(
          "{\"type\":\"subscribe\",\"id\":\"a\",\"cluster\":\"shop\",\"view\":{\"show\":\"status\"}}");
      JsonNode other = client.next("snapshot");
      client.say("{\"type\":\"unsubscribe\",\"id\":\"a\"}");
      client.say(
          "{\"type\":\"subscribe\",\"id\":\"b\",\"cluster\":\"shop\",\"view\":{\"show\":\"findings\"},"
              + "\"resume\":{\"streamEpoch\":%s,\"revision\":%s}}"
                  .formatted(other.path("streamEpoch"), other.path("revision")));

      assertThat(news(client).path("id").asText()).isEqualTo("b");
    }
  }

  @Test
  void aClusterThatIsClosedIsToldOfAtOnce() throws Exception {
    StreamPace never = new StreamPace(LONG, SHORT, LONG, LONG, LONG, LONG, SHORT, LONG, LONG, LONG);
    try (TestServer server = TestServer.with(never, StreamLimits.USUAL);
        StreamClient client = greeted(server)) {
      server.openAnother("bakery");
      client.say(
          "{\"type\":\"subscribe\",\"id\":\"a\",\"cluster\":\"bakery\",\"view\":{\"show\":\"topology\"}}");
      client.next("snapshot");
      server.served.fleet().close(new ClusterId("bakery"));

      assertThat(client.next("error").path("code").asText()).isEqualTo("cluster-closed");
    }
  }

  @Test
  void whereThereIsNothingToShowThereAreSignsOfLife() throws Exception {
    try (TestServer server = quick();
        StreamClient client = greeted(server)) {
      server.openAnother("bakery");
      client.say(
          "{\"type\":\"subscribe\",\"id\":\"a\",\"cluster\":\"bakery\",\"view\":{\"show\":\"topology\"}}");
      client.next("snapshot");
      server.served.fleet().close(new ClusterId("bakery"));
      client.next("error");

      for (int each = 0; each < 3; each++) {
        assertThat(isOfNothing(client.next())).isTrue();
      }
    }
  }

  @Test
  void whatIsPausedIsSilentAndGoesOnWhereItWas() throws IOException {
    try (TestServer server = quick();
        StreamClient client = greeted(server)) {
      subscribe(client, "a", "");
      subscribe(client, "b", ",\"kinds\":[\"pods\"]");
      JsonNode first = client.next("snapshot");
      client.next("snapshot");
      client.say("{\"type\":\"pause\",\"id\":\"a\"}");
      client.say("{\"type\":\"pause\",\"id\":\"nobody\"}");
      assertThat(client.next("error").path("code").asText()).isEqualTo("no-such-subscription");
      server.shop.grow("more", 1);
      JsonNode delta = client.next("delta");
      client.say("{\"type\":\"resume\",\"id\":\"a\"}");
      JsonNode late = client.next("delta");

      assertThat(delta.path("id").asText()).isEqualTo("b");
      assertThat(late.path("id").asText()).isEqualTo("a");
      assertThat(late.path("from").asLong())
          .isGreaterThanOrEqualTo(first.path("revision").asLong());
      assertThat(late.findValuesAsText("name")).contains("more-0");
    }
  }

  @Test
  void aClusterThatIsClosedAndOpenedAgainIsASnapshotOfAnotherEpoch() throws Exception {
    try (TestServer server = quick();
        StreamClient client = greeted(server)) {
      server.openAnother("bakery");
      client.say(
          "{\"type\":\"subscribe\",\"id\":\"a\",\"cluster\":\"bakery\",\"view\":{\"show\":\"topology\"}}");
      JsonNode before = client.next("snapshot");
      server.served.fleet().close(new ClusterId("bakery"));
      JsonNode error = client.next("error");
      server.openAnother("bakery");
      JsonNode after = client.next("snapshot");

      assertThat(error.path("code").asText()).isEqualTo("cluster-closed");
      assertThat(error.path("id").asText()).isEqualTo("a");
      assertThat(after.path("streamEpoch")).isNotEqualTo(before.path("streamEpoch"));
      assertThat(after.path("parts")).isEqualTo(before.path("parts"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'show':'topology','health':'sick'} | view.health | is none of",
        "{'show':'topology','kinds':['pods','unicorns']} | view.kinds | the kind 'unicorns' does not exist",
        "{'show':'topology','relations':['loves']} | view.relations | no relation",
        "{'show':'topology','relations':['could-run-on']} | view.relations | on demand",
        "{'show':'topology','labelSelector':'=='} | view.labelSelector | ",
        "{'show':'topology','colour':'red'} | view.colour | is not known",
        "{'show':'topology','level':1} | view.level | only in a drawing",
        "{'show':'status','namespaces':['shop']} | view.namespaces | no meaning for status",
        "{'show':'status','kinds':['pods']} | view.kinds | no meaning for status",
        "{'show':'findings','kinds':['pods']} | view.kinds | no meaning for findings",
        "{'show':'findings','level':1} | view.level | only in a drawing",
        "{'show':'events','relations':['selects']} | view.relations | no meaning for events",
        "{'show':'topology','names':['cart-1']} | view.names | no meaning for topology",
        "{'show':'drawing','names':['cart-1']} | view.names | no meaning for drawing",
        "{'show':'events','health':'failed'} | view.health | no meaning for events",
        "{'show':'drawing','arrangement':'app','namespaces':['shop']} | view.namespaces | only where"
            + " a drawing is arranged by namespace",
        "{'show':'topology','level':[{}]} | view.level | no text",
        "{'show':'weather'} | view.show | is none of",
        "{'show':['topology','topology']} | view.show | 2 times",
        "{} | view.show | missing",
        "[] | view | no object",
        "null | view | no object"
      })
  void aViewThatMakesNoSenseIsAnErrorWithItsPlace(String view, String where, String reason)
      throws IOException {
    try (TestServer server = TestServer.start();
        StreamClient client = greeted(server)) {
      client.say(
          "{\"type\":\"subscribe\",\"id\":\"a\",\"cluster\":\"shop\",\"view\":%s}"
              .formatted(view.replace('\'', '"')));
      JsonNode error = client.next();
      subscribe(client, "a", "");

      assertThat(error.path("type").asText()).isEqualTo("error");
      assertThat(error.path("code").asText()).isEqualTo("bad-input");
      assertThat(error.path("where").asText()).isEqualTo(where);
      assertThat(error.path("message").asText()).contains(reason == null ? "" : reason);
      assertThat(news(client).path("type").asText()).isEqualTo("snapshot");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'subscribe','id':'a','cluster':'bakery','view':{'show':'topology'}} | not-found",
        "{'type':'subscribe','id':'a','cluster':'staging','view':{'show':'status'}} | not-open",
        "{'type':'subscribe','id':'','cluster':'shop','view':{'show':'topology'}} | bad-input",
        "{'type':'subscribe','cluster':'shop','view':{'show':'topology'}} | bad-input",
        "{'type':'subscribe','id':'a','view':{'show':'topology'}} | bad-input",
        "{'type':'subscribe','id':'a','cluster':'shop'} | bad-input",
        "{'type':'subscribe','id':'a','cluster':7,'view':{}} | bad-input",
        "{'type':'unsubscribe','id':'a','cluster':'shop'} | bad-input",
        "{'type':'unsubscribe','id':'a'} | no-such-subscription",
        "{'type':'update','id':'a','view':{'show':'topology'}} | no-such-subscription",
        "{'type':'hello'} | bad-input",
        "{'type':'dance'} | bad-input",
        "{'type':'pause','id':'a','id':'a'} | bad-input",
        "{'type':'pause','id':'a'}{} | bad-input",
        "{'type':'pause','id':'a', 'deep':{'a':{'b':{'c':{'d':{}}}}}} | bad-input",
        "[] | bad-input",
        "nonsense | bad-input",
        "{'type':'subscribe','id':'a','cluster':'shop','view':{},'resume':{'revision':1}} |"
            + " bad-input",
        "{'type':'subscribe','id':'a','cluster':'shop','view':{},'resume':{'revision':99999999999999999999}}"
            + " | bad-input"
      })
  void whatMakesNoSenseIsAnErrorAndTheConnectionLivesOn(String said, String code)
      throws IOException {
    try (TestServer server = TestServer.start();
        StreamClient client = greeted(server)) {
      client.say(said.replace('\'', '"'));
      JsonNode error = client.next();
      subscribe(client, "z", "");

      assertThat(error.path("type").asText()).isEqualTo("error");
      assertThat(error.path("code").asText()).isEqualTo(code);
      assertThat(error.path("message").asText()).isNotEmpty();
      assertThat(news(client).path("type").asText()).isEqualTo("snapshot");
    }
  }

  @Test
  void anErrorNamesTheIdThatTheMessageHas() throws IOException {
    try (TestServer server = TestServer.start();
        StreamClient client = greeted(server)) {
      for (String rest :
          List.of(
              "'type':'subscribe','cluster':'shop'",
              "'type':'subscribe','cluster':'shop','view':{'show':'status'},'colour':'red'",
              "'type':'subscribe','cluster':'shop','view':{'show':'status'},'resume':{'streamEpoch':'e'}",
              "'type':'subscribe','cluster':'shop','view':{'show':'status'},"
                  + "'resume':{'streamEpoch':'e','revision':-5}",
              "'type':'subscribe','cluster':'shop','view':{'show':'status'},"
                  + "'resume':{'streamEpoch':'e','revision':1e99}",
              "'type':'dance'",
              "'type':'pause',")) {
        client.say(("{'id':'a b'," + rest + "}").replace('\'', '"'));
        assertThat(client.next().path("id").asText()).as(rest).isEqualTo("a b");
      }
      for (String said :
          List.of("{'type':'pause','id':7}", "{'type':'pause','id':''}", "[]", "{")) {
        client.say(said.replace('\'', '"'));
        assertThat(client.next().has("id")).as(said).isFalse();
      }
    }
  }

  @Test
  void aConnectionHasNoMoreSubscriptionsThanItMayAndEachNameOnce() throws IOException {
    StreamLimits two = new StreamLimits(32, 2, 256, 1 << 20, 256 * 1024, 1_000, 1_000);
    try (TestServer server = TestServer.with(StreamPace.USUAL, two);
        StreamClient client = greeted(server)) {
      subscribe(client, "a", "");
      subscribe(client, "a", "");
      assertThat(client.next("error").path("code").asText()).isEqualTo("conflict");
      subscribe(client, "b", "");
      subscribe(client, "c", "");
      assertThat(client.next("error").path("code").asText()).isEqualTo("too-large");
      client.say("{\"type\":\"unsubscribe\",\"id\":\"a\"}");
      subscribe(client, "c", "");
      JsonNode last;
      do {
        last = client.next("snapshot");
      } while (!last.path("id").asText().equals("c"));
    }
  }

  @Test
  void oneCallerHasNoMoreStreamsThanItMay() throws Exception {
    StreamLimits one = StreamLimits.USUAL.withStreamsOfOne(1);
    try (TestServer server = TestServer.with(StreamPace.USUAL, one)) {
      try (StreamClient first = greeted(server);
          StreamClient second =
              StreamClient.greet(http, server.api.port(), server.token.reveal())) {
        assertThat(second.closeCode()).isEqualTo(4429);
        subscribe(first, "a", "");
        assertThat(first.next().path("type").asText()).isEqualTo("snapshot");
      }
      Eventually.holds(() -> {
        try (StreamClient third =
            StreamClient.greet(http, server.api.port(), server.token.reveal())) {
          assertThat(third.next().path("type").asText()).isEqualTo("welcome");
        } catch (IOException e) {
          throw new AssertionError(e);
        }
      });
    }
  }

  @Test
  void strangersAreFewUntilTheySayHello() throws Exception {
    StreamLimits one = StreamLimits.USUAL.withClients(new ClientLimits(3, 2, 1, 1));
    try (TestServer server = TestServer.with(QUICK, one)) {
      try (StreamClient stranger = StreamClient.connect(http, server.api.port());
          StreamClient refused = StreamClient.connect(http, server.api.port())) {
        assertThat(refused.closeCode()).isEqualTo(1013);
        stranger.say("{\"type\":\"hello\",\"token\":\"" + server.token.reveal() + "\"}");
        assertThat(stranger.next().path("type").asText()).isEqualTo("welcome");
        try (StreamClient second = greeted(server)) {
          subscribe(second, "a", "");
          assertThat(second.next("snapshot").path("id").asText()).isEqualTo("a");
        }
      }
    }
  }

  @Test
  void thereAreNoMoreStreamsThanTheServerTakes() throws Exception {
    StreamLimits one = StreamLimits.USUAL.withClients(new ClientLimits(1, 32, 32, 32));
    try (TestServer server = TestServer.with(QUICK, one);
        StreamClient first = greeted(server);
        StreamClient second = StreamClient.connect(http, server.api.port())) {
      assertThat(second.closeCode()).isEqualTo(1013);
      subscribe(first, "a", "");
      assertThat(first.next("snapshot").path("id").asText()).isEqualTo("a");
    }
  }

  @Test
  void noMoreViewsAreOpenThanTheServerKeeps() throws IOException {
    StreamLimits one = new StreamLimits(32, 32, 1, 1 << 20, 256 * 1024, 1_000, 1_000);
    try (TestServer server = TestServer.with(StreamPace.USUAL, one);
        StreamClient client = greeted(server)) {
      subscribe(client, "a", "");
      client.next("snapshot");
      subscribe(client, "b", ",\"kinds\":[\"pods\"]");
      assertThat(client.next("error").path("code").asText()).isEqualTo("busy");
      client.say("{\"type\":\"unsubscribe\",\"id\":\"a\"}");
      subscribe(client, "b", ",\"kinds\":[\"pods\"]");
      assertThat(client.next("snapshot").path("id").asText()).isEqualTo("b");
    }
  }

  @Test
  void guestsReadWithoutAToken() throws IOException {
    try (TestServer server = TestServer.withoutAuthentication();
        StreamClient client = StreamClient.connect(http, server.api.port())) {
      client.say("{\"type\":\"hello\"}");
      client.next("welcome");
      subscribe(client, "a", "");

      assertThat(news(client).path("type").asText()).isEqualTo("snapshot");
    }
  }

  @Test
  void whoDoesNotSayHelloIsNotWaitedForForLong() throws IOException {
    try (TestServer server = TestServer.with(pace(SHORT, LONG), StreamLimits.USUAL);
        StreamClient client = StreamClient.connect(http, server.api.port())) {
      assertThat(client.closeCode()).isEqualTo(4401);
    }
  }

  @Test
  void aMessageThatIsTooLargeEndsTheConnection() throws IOException {
    try (TestServer server = TestServer.start();
        StreamClient client = greeted(server)) {
      client.say("{\"type\":\"pause\",\"id\":\"" + "x".repeat(65 * 1024) + "\"}");

      assertThat(client.closeCode()).isEqualTo(1009);
    }
  }

  @Test
  void aServerThatStopsSaysSo() throws IOException {
    try (TestServer server = TestServer.start();
        StreamClient client = greeted(server)) {
      subscribe(client, "a", "");
      client.next("snapshot");
      server.api.close();

      assertThat(client.closeCode()).isEqualTo(1001);
    }
  }

  @Test
  void whoTakesNothingInIsClosedAndDisturbsNobody() throws Exception {
    try (TestServer server = TestServer.with(pace(LONG, STALL), StreamLimits.USUAL);
        StreamClient slow = greeted(server);
        StreamClient healthy = greeted(server)) {
      server.shop.grow("many", 60_000);
      subscribe(slow, "a", "");
      subscribe(healthy, "a", ",\"namespaces\":[\"payments\"]");

      assertThat(news(healthy).path("type").asText()).isEqualTo("snapshot");
      Eventually.holds(() ->
          assertThat(server.get("/metrics").body())
              .contains("kubilitics_stream_stalled_total 1.0"));
      Eventually.holds(() ->
          assertThat(server.get("/metrics").body()).contains("kubilitics_stream_clients 1.0"));
    }
  }

  @Test
  void aSnapshotOfAnySizeComesInMessagesOfOneRevision() throws Exception {
    try (TestServer server = TestServer.start();
        StreamClient client = greeted(server)) {
      int before = server.knows();
      server.shop.grow("many", 3_000);
      Eventually.holds(() -> assertThat(server.knows()).isEqualTo(before + 3_000));
      subscribe(client, "a", "");
      JsonNode first = client.next("snapshot");
      JsonNode message = first;
      int number = 0;
      int nodes = 0;
      while (true) {
        assertThat(message.path("number").asInt()).isEqualTo(number++);
        assertThat(message.path("revision")).isEqualTo(first.path("revision"));
        assertThat(message.toString().length()).isLessThanOrEqualTo(256 * 1024);
        for (JsonNode part : message.path("parts")) {
          nodes += part.path("content").path("nodes").size();
        }
        if (message.path("last").asBoolean()) {
          break;
        }
        message = client.next("snapshot");
      }

      assertThat(number).isGreaterThan(2);
      assertThat(nodes).isGreaterThan(3_000);
    }
  }
}
