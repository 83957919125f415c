package io.kubilitics.api.stream.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.api.stream.Edition;
import io.kubilitics.extension.Bundled;
import io.kubilitics.model.Change;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Relation;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.session.Session;
import io.kubilitics.source.SourceCondition;
import io.kubilitics.testbed.Eventually;
import io.kubilitics.testbed.FoldedTopics;
import io.kubilitics.testbed.TalkingSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class StatusChannelTest {
  private static final Kind POD = Kind.core("Pod");

  private final TalkingSource source =
      TalkingSource.knowing(it -> it.changes(List.of(known(POD, Knowledge.SYNCED, ""), pod("a"))));
  private final AtomicLong nanos = new AtomicLong();

  private static Change known(Kind kind, Knowledge knowledge, String message) {
    return new Change.Known(new KindState(kind, "", knowledge, message));
  }

  private static Change pod(String name) {
    return new Change.Put(Resource.builder(new ResourceId(POD, "shop", name)).build());
  }

  private static JsonNode item(Edition edition, String key, String type) {
    return FoldedTopics.of(edition).item("", key).path(type);
  }

  private static void await(Session session, long revision) throws Exception {
    Eventually.holds(() -> assertThat(session.topology().revision() >= revision).isTrue());
  }

  @Test
  void aKindThatIsCutOffSaysSinceWhen() throws Exception {
    try (Session session = source.session(Bundled.catalogue());
        StatusChannel channel = new StatusChannel(session, Viewer.EVERYTHING, nanos::get)) {
      AtomicInteger told = new AtomicInteger();
      channel.listen(told::incrementAndGet);
      Edition first = channel.latest().orElseThrow();
      assertThat(item(first, "kind Pod", "kind").path("freshness").asText()).isEqualTo("live");
      assertThat(item(first, "kind Pod", "kind").path("count").asInt()).isEqualTo(1);

      int before = told.get();
      source.say(it -> it.changes(List.of(known(POD, Knowledge.STALE, "since 10:02:11"))));
      Eventually.holds(() -> assertThat(told.get() > before).isTrue());

      Edition second = channel.latest().orElseThrow();
      assertThat(item(second, "kind Pod", "kind").path("freshness").asText())
          .isEqualTo("stale since 10:02:11");
      FoldedTopics client = FoldedTopics.of(first);
      client.follow(second);
      assertThat(client.items()).isEqualTo(FoldedTopics.of(second).items());
    }
  }

  @Test
  void countsAreToldOnceASecondAtMost() throws Exception {
    try (Session session = source.session(Bundled.catalogue());
        StatusChannel channel = new StatusChannel(session, Viewer.EVERYTHING, nanos::get)) {
      channel.listen(() -> {});
      channel.latest();
      long revision = session.topology().revision();
      source.say(it -> it.changes(List.of(pod("b"))));
      await(session, revision + 1);

      assertThat(item(channel.latest().orElseThrow(), "kind Pod", "kind").path("count").asInt())
          .isEqualTo(1);
      nanos.addAndGet(Duration.ofSeconds(1).toNanos());
      assertThat(item(channel.latest().orElseThrow(), "kind Pod", "kind").path("count").asInt())
          .isEqualTo(2);
    }
  }

  private static void awaitPositive(AtomicInteger count) {
    try {
      Eventually.holds(() -> assertThat(count.get()).isPositive());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /// The clock is asked while an edition is made.
  @Test
  void whatComesWhileItIsCountedIsNotForgotten() throws Exception {
    AtomicInteger arrivals = new AtomicInteger();
    AtomicInteger heard = new AtomicInteger();
    LongSupplier clock =
        () -> {
          if (arrivals.getAndSet(0) > 0) {
            source.say(it -> it.changes(List.of(pod("b"))));
            awaitPositive(heard);
          }
          return nanos.get();
        };
    try (Session session = source.session(Bundled.catalogue());
        StatusChannel channel = new StatusChannel(session, Viewer.EVERYTHING, clock)) {
      AtomicInteger told = new AtomicInteger();
      channel.listen(told::incrementAndGet);
      session.follow((_, _) -> heard.incrementAndGet());
      arrivals.set(1);
      Edition edition = channel.latest().orElseThrow();
      int before = told.get();

      if (item(edition, "kind Pod", "kind").path("count").asInt() != 2) {
        Eventually.holds(() -> assertThat(told.get()).isGreaterThan(before));
      }
    }
  }

  @Test
  void theSourceAsAWholeIsToldAtOnce() throws Exception {
    try (Session session = source.session(Bundled.catalogue());
        StatusChannel channel = new StatusChannel(session, Viewer.EVERYTHING, nanos::get)) {
      AtomicInteger told = new AtomicInteger();
      channel.listen(told::incrementAndGet);
      channel.latest();
      int before = told.get();
      source.say(it ->
          it.condition(
              new SourceCondition(
                  SourceCondition.Phase.UNREACHABLE,
                  "no answer",
                  "v1.36.3",
                  "kind",
                  null,
                  List.of("its certificate is not checked"))));

      assertThat(told.get()).isGreaterThan(before);
      JsonNode cluster = item(channel.latest().orElseThrow(), "cluster", "cluster");
      assertThat(cluster.path("phase").asText()).isEqualTo("unreachable");
      assertThat(cluster.path("version").asText()).isEqualTo("v1.36.3");
      assertThat(cluster.path("warnings").path(0).asText()).contains("certificate");
    }
  }

  @Test
  void aBatchThatCannotBeAppliedIsToldAtOnce() throws Exception {
    try (Session session = source.session(Bundled.catalogue());
        StatusChannel channel = new StatusChannel(session, Viewer.EVERYTHING, nanos::get)) {
      AtomicInteger told = new AtomicInteger();
      session.follow((_, _) -> {
        throw new StackOverflowError("on purpose");
      });
      session.listenToCondition(told::incrementAndGet);
      source.say(it -> it.changes(List.of(pod("b"))));
      Eventually.holds(() -> assertThat(told.get()).isPositive());

      JsonNode cluster = item(channel.latest().orElseThrow(), "cluster", "cluster");
      assertThat(cluster.path("state").asText()).isEqualTo("failed");
      assertThat(cluster.path("message").asText()).contains("on purpose");
    }
  }

  @Test
  void whatNothingSaysAnythingNewOfIsNoNews() throws Exception {
    try (Session session = source.session(Bundled.catalogue());
        StatusChannel channel = new StatusChannel(session, Viewer.EVERYTHING, nanos::get)) {
      channel.listen(() -> {});

      assertThat(channel.latest().orElseThrow().revision())
          .isEqualTo(channel.latest().orElseThrow().revision());
    }
  }

  /// The node of the map that nobody has seen counts, as everywhere else.
  @Test
  void thereAreAsManyNodesAsTheTopologyHas() throws Exception {
    ResourceId secret = new ResourceId(Kind.core("Secret"), "shop", "db-password");
    Fact needs =
        new Fact.Names(
            new Relation("uses-secret"),
            new Evidence("spec.volumes[0].secret.secretName", secret.name()),
            secret,
            Presence.REQUIRED);
    Change pod =
        new Change.Put(
            Resource.builder(new ResourceId(POD, "shop", "b")).facts(List.of(needs)).build());
    TalkingSource ghostly = TalkingSource.knowing(it -> it.changes(List.of(pod("a"), pod)));
    try (Session session = ghostly.session(Bundled.catalogue());
        StatusChannel channel = new StatusChannel(session, Viewer.EVERYTHING, nanos::get)) {
      channel.listen(() -> {});
      JsonNode cluster = item(channel.latest().orElseThrow(), "cluster", "cluster");

      assertThat(cluster.path("nodeCount").asInt())
          .isEqualTo(session.topology().nodeCount(Viewer.EVERYTHING))
          .isEqualTo(3);
    }
  }

  @Test
  void ofAKindThatIsReadInSeveralNamespacesTheLeastIsTold() throws Exception {
    TalkingSource apart =
        TalkingSource.knowing(it ->
            it.changes(
                List.of(
                    in("ops", Knowledge.SYNCED, ""),
                    in("payments", Knowledge.STALE, "since 10:02:11"),
                    in("shop", Knowledge.SYNCED, ""))));
    try (Session session = apart.session(Bundled.catalogue());
        StatusChannel all = new StatusChannel(session, Viewer.EVERYTHING, nanos::get);
        StatusChannel shop =
            new StatusChannel(session, (_, name) -> name.equals("shop"), nanos::get)) {
      all.listen(() -> {});
      shop.listen(() -> {});
      JsonNode seen = item(all.latest().orElseThrow(), "kind Pod", "kind");
      JsonNode hidden = item(shop.latest().orElseThrow(), "kind Pod", "kind");

      assertThat(seen.path("freshness").asText()).isEqualTo("stale since 10:02:11");
      assertThat(seen.path("namespace").asText()).isEqualTo("payments");
      assertThat(hidden.path("freshness").asText()).isEqualTo("stale");
      assertThat(hidden.has("namespace")).isFalse();
    }
  }

  private static Change in(String namespace, Knowledge knowledge, String message) {
    return new Change.Known(new KindState(POD, namespace, knowledge, message));
  }

  @Test
  void whatIsReadOnceIsCompleteAsInTheOtherAnswers() throws Exception {
    TalkingSource manifests = TalkingSource.saying(it -> it.changes(List.of(pod("a"))));
    try (Session session = manifests.session(Bundled.catalogue());
        StatusChannel channel = new StatusChannel(session, Viewer.EVERYTHING, nanos::get)) {
      channel.listen(() -> {});

      JsonNode pod = item(channel.latest().orElseThrow(), "kind Pod", "kind");
      assertThat(pod.path("freshness").asText()).isEqualTo("complete");
    }
  }

  @Test
  void whyAKindIsNotKnownIsForThoseWhoMaySeeIt() throws Exception {
    TalkingSource forbidden =
        TalkingSource.knowing(
            it -> it.changes(List.of(known(POD, Knowledge.FORBIDDEN, "pods is forbidden"))));
    try (Session session = forbidden.session(Bundled.catalogue());
        StatusChannel channel = new StatusChannel(session, (_, _) -> false, nanos::get)) {
      channel.listen(() -> {});
      JsonNode pod = item(channel.latest().orElseThrow(), "kind Pod", "kind");

      assertThat(pod.path("count").asInt()).isZero();
      assertThat(pod.has("message")).isFalse();
    }
  }
}
