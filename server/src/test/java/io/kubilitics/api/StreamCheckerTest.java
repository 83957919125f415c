package io.kubilitics.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.api.stream.Channel;
import io.kubilitics.api.stream.ChannelMaker;
import io.kubilitics.api.stream.Edition;
import io.kubilitics.api.stream.Piece;
import io.kubilitics.api.stream.StreamLimits;
import io.kubilitics.api.stream.StreamPace;
import io.kubilitics.testbed.StreamChecker;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
          Duration.ofSeconds(2),
          Duration.ofSeconds(1),
          Duration.ofMillis(200));

  /// A cache that is too small, and messages that hold little.
  private static final StreamLimits SMALL =
      new StreamLimits(32, 32, 256, 64 * 1024, 4 * 1024, 1_000, 1_000);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void clientsThatAreCutOffAgainAndAgainEndUpWithTheTruth(long seed) throws Exception {
    try (StreamBed bed = new StreamBed(new StreamSetup(QUICK, SMALL))) {
      StreamChecker.Seen seen = bed.run(seed, 4, Duration.ofSeconds(5));

      assertThat(seen.deltas).isPositive();
      assertThat(seen.bookmarks).isPositive();
      assertThat(seen.resumed).isPositive();
      assertThat(seen.cuts).isPositive();
      assertThat(seen.updates).isPositive();
    }
  }

  /// An edition that never tells of one Pod that it is gone.
  private record Forgetful(Edition edition) implements Edition {
    private static final Pattern GONE = Pattern.compile("\"Pod/[a-z]+/pod-3\",?");

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
      return edition.snapshot(topic, position);
    }

    @Override
    public Piece delta(String topic, long revision, int position) {
      Piece piece = edition.delta(topic, revision, position);
      int gone = piece.json().indexOf("\"nodesGone\"");
      if (gone < 0) {
        return piece;
      }
      String left = GONE.matcher(piece.json().substring(gone)).replaceAll("");
      return new Piece(piece.json().substring(0, gone) + left.replace(",]", "]"), piece.next());
    }

    @Override
    public SortedSet<String> changedSince(long revision) {
      return edition.changedSince(revision);
    }
  }

  private static ChannelMaker forgetful(ChannelMaker maker) {
    return (session, key) -> {
      Channel channel = maker.open(session, key);
      return new Channel() {
        @Override
        public Optional<Edition> latest() {
          return channel.latest().map(Forgetful::new);
        }

        @Override
        public void listen(Runnable listener) {
          channel.listen(listener);
        }

        @Override
        public void close() {
          channel.close();
        }
      };
    };
  }

  @Test
  void oneForgottenPodIsNoticed() throws Exception {
    StreamSetup broken = new StreamSetup(QUICK, SMALL, StreamCheckerTest::forgetful);
    try (StreamBed bed = new StreamBed(broken)) {
      assertThatThrownBy(() -> bed.run(1, 2, Duration.ofSeconds(20)))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("seed 1")
          .hasMessageContaining("pod-3")
          .hasMessageContaining("should null");
    }
  }
}
