package io.kubilitics.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.ClusterId;
import io.kubilitics.session.Session;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.SourceCondition;
import io.kubilitics.source.SourceCondition.Phase;
import io.kubilitics.source.SourceListener;
import io.kubilitics.testbed.Eventually;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class BeginningTest {
  private final AtomicLong nanos = new AtomicLong(-5);
  private final Slow source = new Slow();
  private final Session session =
      Session.open(
          new ClusterId("prod"), "context prod", source, Catalogue.builtIn(), Clock.systemUTC());
  private final Beginning beginning = new Beginning(() -> List.of(session), nanos::get);

  /// A cluster whose first reading ends when a test says so.
  private static final class Slow implements ResourceSource {
    private final CompletableFuture<SourceListener> listener = new CompletableFuture<>();
    private final CountDownLatch read = new CountDownLatch(1);

    @Override
    public boolean tellsKnowledge() {
      return true;
    }

    @Override
    public void open(SourceListener told) {
      listener.complete(told);
      try {
        read.await();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }

    void is(Phase phase) {
      listener.join().condition(new SourceCondition(phase, "", "", "", null, List.of()));
    }

    @Override
    public void close() {
      read.countDown();
    }
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void aClusterThatHasNotAnsweredIsBeingConnectedToAndNothingOfItIsComplete() {
    assertThat(session.condition().phase()).isEqualTo(Phase.CONNECTING);
    assertThat(session.topology().knowledge())
        .noneMatch(state -> state.knowledge().isComplete())
        .isNotEmpty();
  }

  @Test
  void itLastsUntilTheFirstReadingHasEnded() throws Exception {
    source.is(Phase.CONNECTING);
    assertThat(beginning.isOver()).isFalse();
    source.is(Phase.CONNECTED);
    assertThat(beginning.isOver()).isFalse();

    source.close();

    Eventually.holds(() -> assertThat(beginning.isOver()).isTrue());
  }

  @ParameterizedTest
  @EnumSource(names = {"UNREACHABLE", "REFUSED"})
  void aClusterThatIsAwayDoesNotKeepTheServerFromServing(Phase away) {
    source.is(away);

    assertThat(beginning.isOver()).isTrue();
  }

  @Test
  void whatIsOverDoesNotBeginAgainWhenTheClusterComesBack() {
    source.is(Phase.UNREACHABLE);
    assertThat(beginning.isOver()).isTrue();

    source.is(Phase.CONNECTED);

    assertThat(beginning.isOver()).isTrue();
  }

  @Test
  void aClusterThatAnswersAndIsNeverReadIsNotWaitedForWithoutEnd() {
    source.is(Phase.CONNECTED);
    nanos.addAndGet(Beginning.LONGEST.toNanos() - 1);
    assertThat(beginning.isOver()).isFalse();

    nanos.incrementAndGet();

    assertThat(beginning.isOver()).isTrue();
  }

  @Test
  void whoWasStartedWithNothingNeedNotWait() {
    assertThat(new Beginning(List::of, nanos::get).isOver()).isTrue();
  }
}
