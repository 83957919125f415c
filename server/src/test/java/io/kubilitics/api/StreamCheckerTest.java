package io.kubilitics.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.api.stream.ClientLimits;
import io.kubilitics.api.stream.Channel;
import io.kubilitics.api.stream.ChannelMaker;
import io.kubilitics.api.stream.Edition;
import io.kubilitics.api.stream.Piece;
import io.kubilitics.api.stream.Show;
import io.kubilitics.api.stream.StreamLimits;
import io.kubilitics.api.stream.StreamPace;
import io.kubilitics.testbed.stream.Seen;
import io.kubilitics.testbed.stream.Seen.What;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The promises of the stream, over a line that is cut at random, by clients that look around.
class StreamCheckerTest {
  /// As in the product, but for waiting.
  private static final StreamPace QUICK =
      new StreamPace(
          Duration.ofSeconds(20),
          Duration.ofMillis(20),
          Duration.ofMillis(300),
          Duration.ofMillis(500),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofMillis(100),
          Duration.ofMillis(600),
          Duration.ofMillis(400),
          Duration.ofMillis(100));

  /// A cache that is too small, and messages that hold little.
  private static final StreamLimits SMALL =
      new StreamLimits(ClientLimits.USUAL, 32, 256, 64 * 1024, 4 * 1024, 1_000, 1_000);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void clientsThatAreCutOffAgainAndAgainEndUpWithTheTruth(long seed) throws Exception {
    try (StreamBed bed = new StreamBed(new StreamSetup(QUICK, SMALL))) {
      Seen seen = bed.run(seed, 4, Duration.ofSeconds(4), StreamCheckerTest::isEnough);

      assertThat(isEnough(seen)).as(seen::toString).isTrue();
    }
  }

  /// Everything was shown and followed, and each thing that can happen has happened to something.
  private static boolean isEnough(Seen seen) {
    return Stream.of(Show.values())
            .map(Show::text)
            .allMatch(show ->
                Stream.of(What.SNAPSHOT, What.DELTA, What.UPDATE, What.RESUMED)
                    .allMatch(what -> seen.of(show, what) > 0))
        && Stream.of(What.BOOKMARK, What.RENEWED, What.CONTINUED)
            .allMatch(
                what -> Stream.of(Show.values()).anyMatch(show -> seen.of(show.text(), what) > 0))
        && seen.cuts() > 0;
  }

  /// An edition of which something else is written.
  private record Rewritten(
      Edition edition, UnaryOperator<String> snapshots, UnaryOperator<String> deltas)
      implements Edition {
    @Override
    public long revision() {
      return edition.revision();
    }

    @Override
    public SortedSet<String> topics() {
      return edition.topics();
    }

    @Override
    public boolean reaches(long revision) {
      return edition.reaches(revision);
    }

    @Override
    public Piece snapshot(String topic, int position) {
      Piece piece = edition.snapshot(topic, position);
      return new Piece(snapshots.apply(piece.json()), piece.next());
    }

    @Override
    public Piece delta(String topic, long revision, int position) {
      Piece piece = edition.delta(topic, revision, position);
      return new Piece(deltas.apply(piece.json()), piece.next());
    }

    @Override
    public SortedSet<String> changedSince(long revision) {
      return edition.changedSince(revision);
    }
  }

  private static ChannelMaker rewriting(
      ChannelMaker maker,
      Show show,
      UnaryOperator<String> snapshots,
      UnaryOperator<String> deltas) {
    return (session, key) -> {
      Channel channel = maker.open(session, key);
      if (key.show() != show) {
        return channel;
      }
      return new Channel() {
        @Override
        public Optional<Edition> latest() {
          return channel.latest().map(edition -> new Rewritten(edition, snapshots, deltas));
        }

        @Override
        public void listen(Runnable listener) {
          channel.listen(listener);
        }

        @Override
        public boolean isInView(String topic, Set<String> namespaces) {
          return channel.isInView(topic, namespaces);
        }

        @Override
        public void close() {
          channel.close();
        }
      };
    };
  }

  private static void assertNoticed(UnaryOperator<ChannelMaker> broken, String words)
      throws Exception {
    try (StreamBed bed = new StreamBed(new StreamSetup(QUICK, SMALL, broken))) {
      assertThatThrownBy(() -> bed.run(1, 2, Duration.ofSeconds(20), _ -> false))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("seed 1")
          .hasMessageContaining(words);
    }
  }

  /// Who has just come is told the truth, who follows is not.
  @ParameterizedTest
  @CsvSource({
    "TOPOLOGY, nodesGone",
    "DRAWING, gone",
    "FINDINGS, gone",
    "EVENTS, gone",
    "STATUS, put"
  })
  void whatIsLeftOutOfADeltaIsNoticed(Show show, String list) throws Exception {
    Pattern left = Pattern.compile("\"" + list + "\":\\[.*");
    assertNoticed(
        maker ->
            rewriting(
                maker,
                show,
                UnaryOperator.identity(),
                json -> left.matcher(json).replaceFirst("\"" + list + "\":[]}")),
        "not what the channel has");
  }

  /// Everybody is told the same, and it is wrong.
  @ParameterizedTest
  @CsvSource({
    "TOPOLOGY, pod-3, pod-3x",
    "DRAWING, pod-3, pod-3x",
    "STATUS, live, polled",
    "FINDINGS, warning, info",
    "EVENTS, BackOff, FrontOff"
  })
  void aLieThatEverybodyIsToldIsNoticed(Show show, String truth, String lie) throws Exception {
    UnaryOperator<String> lying = json -> json.replace(truth, lie);
    assertNoticed(maker -> rewriting(maker, show, lying, lying), "is wrong at");
  }
}
