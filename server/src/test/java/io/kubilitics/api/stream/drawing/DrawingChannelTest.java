package io.kubilitics.api.stream.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.api.stream.ChannelKey;
import io.kubilitics.api.stream.Edition;
import io.kubilitics.api.stream.Show;
import io.kubilitics.extension.Bundled;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.model.Change;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.session.Session;
import io.kubilitics.session.map.Atlas;
import io.kubilitics.testbed.Eventually;
import io.kubilitics.testbed.FoldedTopics;
import io.kubilitics.testbed.Measured;
import io.kubilitics.testbed.TalkingSource;
import io.kubilitics.topology.TopologyQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DrawingChannelTest {
  private final TalkingSource source =
      TalkingSource.saying(it -> it.changes(Measured.demo(300, Bundled.catalogue())));

  private static final ResourceId CART =
      new ResourceId(new Kind("apps", "Deployment"), "shop", "cart");

  private static ChannelKey key(Session session, @Nullable Level level, TopologyQuery part) {
    return new ChannelKey(
        session.cluster(), Show.DRAWING, Arrangement.NAMESPACE, level, part, Set.of(), Viewer.EVERYTHING);
  }

  private static Edition first(DrawingChannel channel) throws Exception {
    Eventually.holds(() -> assertThat(channel.latest().isPresent()).isTrue());
    return channel.latest().orElseThrow();
  }

  @Test
  void aChangeOfTheClusterIsNewsOfItsFrameAlone() throws Exception {
    try (Session session = source.session(Bundled.catalogue());
        Atlas atlas = Atlas.inMemory();
        DrawingChannel channel =
            DrawingChannel.open(session, atlas, key(session, Level.CARDS, TopologyQuery.ALL))) {
      Semaphore news = new Semaphore(0);
      channel.listen(news::release);
      Edition before = first(channel);
      FoldedTopics client = FoldedTopics.of(before);
      source.say(it ->
          it.changes(
              List.of(
                  new Change.Put(
                      Resource.builder(new ResourceId(Kind.core("ConfigMap"), "brand-new", "c"))
                          .build()))));
      Eventually.holds(
          () -> assertThat(channel.latest().orElseThrow().topics().contains("brand-new")).isTrue());
      Edition after = channel.latest().orElseThrow();
      client.follow(after);

      Eventually.holds(() -> assertThat(news.availablePermits()).isPositive());
      assertThat(client.items()).isEqualTo(FoldedTopics.of(after).items());
      assertThat(client.items().get("brand-new")).hasSize(2);
    }
  }

  @Test
  void aFilterHidesAndWhoNamesNoLevelGetsTheFinestThatCanBeRead() throws Exception {
    TopologyQuery services =
        new TopologyQuery(
            Set.of(),
            Set.of(Kind.core("Service")),
            Set.of(),
            LabelSelector.EVERYTHING,
            Set.of(),
            Optional.empty());
    try (Session session = source.session(Bundled.catalogue());
        Atlas atlas = Atlas.inMemory();
        DrawingChannel channel =
            DrawingChannel.open(
                session,
                atlas,
                new ChannelKey(
                    session.cluster(),
                    Show.DRAWING,
                    Arrangement.NAMESPACE,
                    null,
                    services,
                    Set.of(),
                    Viewer.EVERYTHING))) {
      channel.listen(() -> {});
      FoldedTopics client = FoldedTopics.of(first(channel));

      assertThat(client.item("", "region").toString()).contains("hidden by the filter");
      assertThat(client.items().toString())
          .contains("\"fact\"")
          .doesNotContain("\"kind\":\"Deployment\"");
    }
  }

  @Test
  void whoNamesNoLevelGetsACoarserOneWhenTheMapHasGrown() throws Exception {
    try (Session session = source.session(Bundled.catalogue());
        Atlas atlas = Atlas.inMemory();
        DrawingChannel channel =
            DrawingChannel.open(session, atlas, key(session, null, TopologyQuery.ALL))) {
      channel.listen(() -> {});
      Edition before = first(channel);
      assertThat(level(before)).isEqualTo(Level.DETAIL.number());
      source.say(it -> it.changes(Measured.demo(3_000, Bundled.catalogue())));
      Eventually.holds(
          () -> assertThat(level(channel.latest().orElseThrow())).isEqualTo(Level.CARDS.number()));

      Edition after = channel.latest().orElseThrow();
      assertThat(after.revision()).isGreaterThan(before.revision());
      assertThat(after.reaches(before.revision())).isFalse();
      FoldedTopics client = FoldedTopics.of(after);
      source.say(it -> it.changes(List.of(new Change.Gone(CART))));
      Eventually.holds(() ->
          assertThat(channel.latest().orElseThrow().revision()).isGreaterThan(after.revision()));
      Edition last = channel.latest().orElseThrow();
      client.follow(last);
      assertThat(client.items()).isEqualTo(FoldedTopics.of(last).items());
    }
  }

  private static int level(Edition edition) {
    return FoldedTopics.of(edition).item("", "region").path("region").path("level").asInt(-1);
  }

  @Test
  void namespacesInViewAreFrames() throws Exception {
    try (Session session = source.session(Bundled.catalogue());
        Atlas atlas = Atlas.inMemory();
        DrawingChannel channel =
            DrawingChannel.open(session, atlas, key(session, Level.APPS, TopologyQuery.ALL))) {
      assertThat(channel.isInView("shop", Set.of("shop"))).isTrue();
      assertThat(channel.isInView("", Set.of("shop"))).isTrue();
      assertThat(channel.isInView("other", Set.of("shop"))).isFalse();
      assertThat(channel.isInView("other", Set.of())).isTrue();
    }
  }
}
