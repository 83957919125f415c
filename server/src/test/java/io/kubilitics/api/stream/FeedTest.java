package io.kubilitics.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Viewer;
import io.kubilitics.session.Fleet;
import io.kubilitics.session.Session;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.SourceListener;
import io.kubilitics.testbed.Eventually;
import io.kubilitics.testbed.LogLines;
import io.kubilitics.topology.TopologyQuery;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedTest {
  private static final ClusterId ID = new ClusterId("shop");
  private static final Duration MOMENT = Duration.ofMillis(5);
  private static final Duration LONG = Duration.ofMinutes(5);

  private final Fleet fleet = new Fleet(Clock.systemUTC());
  private final Session session = fleet.open(ID, "nothing", new Nothing(), Catalogue.builtIn());
  private final Counting channel = new Counting();

  @AfterEach
  void close() {
    fleet.close();
  }

  /// A source without objects.
  private static final class Nothing implements ResourceSource {
    @Override
    public void open(SourceListener listener) {}

    @Override
    public void close() {}
  }

  /// A channel with a new revision whenever it is asked, which may fail.
  private static final class Counting implements Channel {
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Runnable listener = () -> {};
    private volatile boolean fails;
    private volatile boolean closed;
    private volatile CountDownLatch before = new CountDownLatch(0);

    @Override
    public synchronized Optional<Edition> latest() {
      int revision = asked.incrementAndGet();
      try {
        before.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      if (fails) {
        throw new IllegalStateException("on purpose");
      }
      return Optional.of(new Empty(revision));
    }

    @Override
    public void listen(Runnable told) {
      listener = told;
    }

    @Override
    public synchronized void close() {
      closed = true;
    }
  }

  private record Empty(long revision) implements Edition {
    @Override
    public SortedSet<String> topics() {
      return new TreeSet<>();
    }

    @Override
    public boolean reaches(long revision) {
      return true;
    }

    @Override
    public Piece snapshot(String topic, int position) {
      return Piece.NOTHING;
    }

    @Override
    public Piece delta(String topic, long revision, int position) {
      return Piece.NOTHING;
    }

    @Override
    public SortedSet<String> changedSince(long revision) {
      return new TreeSet<>();
    }
  }

  private Feed feed(Duration batch, Duration rounds) {
    StreamPace pace = new StreamPace(LONG, batch, LONG, LONG, LONG, LONG, LONG, LONG, LONG, rounds);
    ChannelKey key =
        new ChannelKey(
            ID, Show.TOPOLOGY, Arrangement.NAMESPACE, null, TopologyQuery.ALL, Viewer.EVERYTHING);
    return Feed.start(1, key, session, (_, _) -> channel, pace);
  }

  @Test
  void whatNobodyLooksAtIsNotAskedForAnything() throws Exception {
    try (Feed feed = feed(LONG, LONG)) {
      for (int each = 0; each < 100; each++) {
        channel.listener.run();
      }
      feed.watch(() -> {});
      Eventually.holds(() -> assertThat(feed.edition()).isPresent());

      assertThat(channel.asked).hasValue(1);
    }
  }

  @Test
  void aBurstIsOneEdition() throws Exception {
    try (Feed feed = feed(LONG, LONG)) {
      feed.watch(() -> {});
      Eventually.holds(() -> assertThat(feed.edition()).isPresent());
      for (int each = 0; each < 1_000; each++) {
        channel.listener.run();
      }

      assertThat(channel.asked).hasValue(1);
    }
  }

  @Test
  void whoComesBackToAnIdleFeedGetsNothingFromBefore() throws Exception {
    try (Feed feed = feed(LONG, LONG)) {
      Feed.Watcher watcher = () -> {};
      feed.watch(watcher);
      Eventually.holds(() -> assertThat(feed.edition()).isPresent());
      feed.forget(watcher);
      feed.watch(watcher);

      assertThat(feed.edition()).isEmpty();
    }
  }

  @Test
  void whoBeginsToWatchIsToldThatThereIsAnEditionAlready() throws Exception {
    try (Feed feed = feed(LONG, LONG)) {
      feed.watch(() -> {});
      Eventually.holds(() -> assertThat(feed.edition()).isPresent());
      AtomicInteger told = new AtomicInteger();
      feed.watch(told::incrementAndGet);

      assertThat(told.get()).isPositive();
    }
  }

  @Test
  void whoBeginsToWatchWhatIsClosedIsToldSo() throws Exception {
    Feed feed = feed(LONG, LONG);
    feed.close();
    AtomicInteger told = new AtomicInteger();
    feed.watch(told::incrementAndGet);

    assertThat(told.get()).isPositive();
  }

  @Test
  void aChannelThatFailsIsAskedAgainWithoutNews() throws Exception {
    channel.fails = true;
    try (LogLines log = LogLines.all();
        Feed feed = feed(MOMENT, MOMENT)) {
      feed.watch(() -> {});
      Eventually.holds(() -> assertThat(channel.asked.get()).isGreaterThan(2));
      channel.fails = false;
      Eventually.holds(() -> assertThat(feed.edition()).isPresent());
      assertThat(log.text()).contains("cluster shop: the channel topology failed");
    }
  }

  @Test
  void nobodyWaitsForAnEditionOfAFeedThatIsClosed() throws Exception {
    CountDownLatch mayGoOn = new CountDownLatch(1);
    channel.before = mayGoOn;
    Feed feed = feed(LONG, LONG);
    feed.watch(() -> {});
    Eventually.holds(() -> assertThat(channel.asked).hasValue(1));
    Thread closing = Thread.ofVirtual().start(feed::close);
    try {
      Eventually.holds(() -> assertThat(closing.isAlive()).isFalse());
      assertThat(channel.closed).isFalse();
    } finally {
      mayGoOn.countDown();
    }
    Eventually.holds(() -> assertThat(channel.closed).isTrue());
  }

  @Test
  void whoWatchesIsToldOfTheEnd() throws Exception {
    AtomicInteger told = new AtomicInteger();
    Feed feed = feed(LONG, LONG);
    feed.watch(told::incrementAndGet);
    feed.close();

    assertThat(told.get()).isPositive();
    assertThat(feed.isClosed()).isTrue();
    Eventually.holds(() -> assertThat(channel.closed).isTrue());
  }
}
