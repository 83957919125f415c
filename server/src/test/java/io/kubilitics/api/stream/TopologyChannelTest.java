package io.kubilitics.api.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.model.Change;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Health;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.Relation;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.testbed.RandomWorld;
import io.kubilitics.testbed.SlowTopology;
import io.kubilitics.testbed.stream.FoldedItems;
import io.kubilitics.testbed.stream.Wording;
import io.kubilitics.topology.Engine;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyListener;
import io.kubilitics.topology.TopologyQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a channel tells of the topology, against the document that the route of the topology would
/// answer with.
class TopologyChannelTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final Viewer NOT_ALL =
      (kind, namespace) -> !kind.equals(RandomWorld.SECRET) && !namespace.equals("ops");

  private final Engine engine = new Engine(CATALOGUE.relations());

  private TopologyChannel channel(TopologyQuery part, Viewer viewer) {
    TopologyChannel channel =
        new TopologyChannel(
            new TopologyChannel.Source() {
              @Override
              public Topology follow(TopologyListener listener) {
                return engine.follow(listener);
              }

              @Override
              public void forget(TopologyListener listener) {
                engine.forget(listener);
              }
            },
            new ChannelKey(
                new ClusterId("c"), Show.TOPOLOGY, Arrangement.NAMESPACE, null, part, Set.of(), viewer),
            CATALOGUE.relations());
    channel.listen(() -> {});
    return channel;
  }

  private static Edition latest(Channel channel) {
    return channel.latest().orElseThrow();
  }

  /// A client of a channel, without the wire.
  private static final class Client {
    private FoldedItems state = new FoldedItems(Wording.TOPOLOGY);
    private long revision = -1;

    void follow(Edition edition) {
      if (revision < 0 || !edition.reaches(revision)) {
        state = FoldedItems.of(edition, Wording.TOPOLOGY);
      } else {
        state.follow(edition, revision);
      }
      revision = edition.revision();
    }
  }

  static TopologyQuery randomPart(RandomGenerator random) {
    return new TopologyQuery(
        Set.of(),
        random.nextInt(3) > 0 ? Set.of() : Set.of(RandomWorld.POD, RandomWorld.SECRET),
        random.nextInt(3) > 0
            ? Set.of()
            : Set.of(new Relation("uses-secret"), new Relation("selects")),
        random.nextInt(3) > 0 ? LabelSelector.EVERYTHING : LabelSelector.parse("app in (web, db)"),
        random.nextInt(3) > 0 ? Set.of() : Set.of(Health.Status.FAILED, Health.Status.UNKNOWN),
        Optional.empty());
  }

  /// Looks at every revision or now and then; each client is late in its own way.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void deltasGiveWhatTheTopologyIs(long seed) {
    RandomGenerator random = new Random(seed);
    RandomWorld world = new RandomWorld(random);
    engine.apply(world.beginning());
    TopologyQuery part = seed == 1 ? TopologyQuery.ALL : randomPart(random);
    Viewer viewer = seed % 3 == 0 ? NOT_ALL : Viewer.EVERYTHING;
    try (TopologyChannel channel = channel(part, viewer)) {
      List<Client> clients = List.of(new Client(), new Client(), new Client());
      for (int step = 0; step < 300; step++) {
        List<Change> changes = world.next();
        engine.apply(changes);
        if (random.nextInt(3) > 0) {
          continue;
        }
        Edition edition = latest(channel);
        FoldedItems expected =
            SlowTopology.items(engine.current(), part, viewer, CATALOGUE.relations());
        for (int at = 0; at < clients.size(); at++) {
          if (random.nextInt(1 + at * 4) == 0) {
            Client client = clients.get(at);
            client.follow(edition);
            assertThat(client.state.difference(expected))
                .as("seed %d, step %d, client %d, %s", seed, step, at, part)
                .isEmpty();
          }
        }
      }
    }
  }

  @Test
  void aTopicOfAnySizeComesInPieces() {
    RandomWorld world = new RandomWorld(new Random(7));
    engine.apply(world.beginning());
    for (int each = 0; each < 2_000; each++) {
      engine.apply(
          List.of(
              new Change.Put(
                  Resource.builder(new ResourceId(RandomWorld.POD, "big", "pod-" + each))
                      .health(new Health(Health.Status.FAILED, "Reason", "x".repeat(300)))
                      .build())));
    }
    try (TopologyChannel channel = channel(TopologyQuery.ALL, Viewer.EVERYTHING)) {
      Edition edition = latest(channel);
      List<Integer> sizes = new ArrayList<>();
      for (int at = 0; at != Piece.END; at = edition.snapshot("big", at).next()) {
        sizes.add(edition.snapshot("big", at).json().length());
      }
      Client client = new Client();
      client.follow(edition);

      assertThat(sizes).hasSizeGreaterThan(10).allMatch(size -> size < Piece.USUAL_BYTES + 1_000);
      assertThat(
              client.state.difference(
                  SlowTopology.items(
                      engine.current(),
                      TopologyQuery.ALL,
                      Viewer.EVERYTHING,
                      CATALOGUE.relations())))
          .isEmpty();
    }
  }

  @Test
  void whatFailedOnceIsNotLeftOut() {
    RandomWorld world = new RandomWorld(new Random(4));
    engine.apply(world.beginning());
    AtomicBoolean fails = new AtomicBoolean();
    Viewer viewer =
        (_, _) -> {
          if (fails.get()) {
            throw new IllegalStateException("on purpose");
          }
          return true;
        };
    try (TopologyChannel channel = channel(TopologyQuery.ALL, viewer)) {
      Client client = new Client();
      client.follow(latest(channel));
      engine.apply(
          List.of(
              new Change.Put(
                  Resource.builder(new ResourceId(RandomWorld.POD, "n", "late")).build())));
      fails.set(true);
      assertThatThrownBy(channel::latest).hasMessage("on purpose");
      fails.set(false);
      client.follow(latest(channel));

      assertThat(
              client.state.difference(
                  SlowTopology.items(
                      engine.current(), TopologyQuery.ALL, viewer, CATALOGUE.relations())))
          .isEmpty();
    }
  }

  @Test
  void whatIsLongAgoIsNotReached() {
    RandomWorld world = new RandomWorld(new Random(3));
    engine.apply(world.beginning());
    try (TopologyChannel channel = channel(TopologyQuery.ALL, Viewer.EVERYTHING)) {
      long first = latest(channel).revision();
      for (int round = 0; round < 30; round++) {
        List<Change> many = new ArrayList<>();
        for (int each = 0; each < 1_000; each++) {
          many.add(
              new Change.Put(
                  Resource.builder(new ResourceId(RandomWorld.POD, "n" + each % 7, "pod-" + each))
                      .version("r" + round)
                      .build()));
        }
        engine.apply(many);
        latest(channel);
      }
      Edition last = latest(channel);

      assertThat(last.reaches(first)).isFalse();
      assertThat(last.reaches(last.revision() - 1)).isTrue();
      assertThat(last.reaches(last.revision())).isTrue();
      assertThat(last.reaches(last.revision() + 1)).isFalse();
    }
  }

  @Test
  void tooMuchAtOnceIsASnapshot() {
    RandomWorld world = new RandomWorld(new Random(3));
    engine.apply(world.beginning());
    try (TopologyChannel channel = channel(TopologyQuery.ALL, Viewer.EVERYTHING)) {
      Client client = new Client();
      client.follow(latest(channel));
      List<Change> many = new ArrayList<>();
      for (int each = 0; each < TopologyChannel.MOST_CHANGES + 1; each++) {
        many.add(
            new Change.Put(
                Resource.builder(new ResourceId(RandomWorld.POD, "n" + each % 7, "pod-" + each))
                    .build()));
      }
      engine.apply(many);
      Edition edition = latest(channel);

      assertThat(edition.reaches(client.revision)).isFalse();
    }
  }
}
