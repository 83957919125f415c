package io.kubilitics.api.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.access.Caller;
import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.Viewer;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.Session;
import io.kubilitics.testbed.TalkingSource;
import io.kubilitics.topology.TopologyQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedsTest {
  private static final int CHANNELS = 8;

  private final Session session;
  private final Feeds feeds;

  FeedsTest() throws InterruptedException {
    session = TalkingSource.saying(_ -> {}).session(Catalogue.builtIn());
    feeds =
        new Feeds(
            new OneCluster(session),
            (_, _) -> new Silent(),
            StreamPace.USUAL,
            new StreamLimits(32, 32, CHANNELS, 1_000, 1_000, 50, 100),
            new StreamCounters());
  }

  @AfterEach
  void close() {
    feeds.close();
    session.close();
  }

  private record OneCluster(Session session) implements Clusters {
    @Override
    public Optional<Session> find(String name) {
      return Optional.of(session);
    }

    @Override
    public Problem absence(String name, Caller caller) {
      return new Problem.NotFound("cluster " + name);
    }

    @Override
    public String streamEpoch() {
      return "epoch";
    }

    @Override
    public String streamEpoch(Session session) {
      return "epoch";
    }
  }

  private static final class Silent implements Channel {
    @Override
    public Optional<Edition> latest() {
      return Optional.empty();
    }

    @Override
    public void listen(Runnable listener) {}

    @Override
    public void close() {}
  }

  private static ChannelKey key(int number) {
    TopologyQuery part =
        new TopologyQuery(
            Set.of(),
            Set.of(Kind.core("Kind" + number)),
            Set.of(),
            LabelSelector.EVERYTHING,
            Set.of(),
            Optional.empty());
    return new ChannelKey(
        new ClusterId("shop"), Show.TOPOLOGY, Arrangement.NAMESPACE, null, part, Viewer.EVERYTHING);
  }

  /// How many more channels somebody gets, from a number on.
  private List<Feed> takeAll(String caller, int from) {
    List<Feed> held = new ArrayList<>();
    try {
      for (int number = from; ; number++) {
        held.add(feeds.hold(session, key(number), caller));
      }
    } catch (ProblemException e) {
      return held;
    }
  }

  @Test
  void nobodyHasMoreChannelsThanAreLeftForAllOthers() {
    assertThat(takeAll("one", 0)).hasSize(4);
    assertThat(takeAll("another", 100)).hasSize(2);
    assertThat(takeAll("one", 200)).isEmpty();
    assertThat(takeAll("a third", 300)).hasSize(1);
  }

  @Test
  void whoHasAllThatMayBeHadIsToldSo() {
    takeAll("one", 0);

    assertThatThrownBy(() -> feeds.hold(session, key(100), "one"))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "a view beside the 4 that you have open, when no more are left for others, is not to be"
                + " had just now; try again in 5 s");
  }

  @Test
  void whatSomebodyElseHasOpenCostsNothing() {
    List<Feed> theirs = takeAll("another", 0);
    List<Feed> own = takeAll("one", 100);

    assertThat(feeds.hold(session, key(0), "one")).isEqualTo(theirs.getFirst());
    assertThat(own).isNotEmpty();
  }

  @Test
  void whatIsGivenBackIsForEverybody() {
    List<Feed> held = takeAll("one", 0);
    held.forEach(feed -> feeds.release(feed, "one"));

    assertThat(takeAll("another", 100)).hasSize(4);
    assertThat(takeAll("one", 200)).hasSize(2);
  }

  @Test
  void aChannelThatIsHeldTwiceIsGivenBackTwice() {
    takeAll("one", 0);
    Feed twice = feeds.hold(session, key(0), "one");
    feeds.release(twice, "one");
    assertThat(takeAll("one", 100)).isEmpty();

    feeds.release(twice, "one");
    assertThat(takeAll("one", 100)).hasSize(1);
  }
}
