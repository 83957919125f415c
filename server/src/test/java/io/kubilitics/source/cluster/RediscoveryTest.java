package io.kubilitics.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class RediscoveryTest {
  private static final ClusterPace PACE = ClusterPace.USUAL;

  private final List<Due> due = new ArrayList<>();
  private int asked;
  private final Rediscovery rediscovery = new Rediscovery(PACE, this::start, () -> asked++);

  private record Due(Duration pause, FutureTask<?> task) {}

  private Future<?> start(Duration pause, Runnable task) {
    Due next = new Due(pause, new FutureTask<>(task, null));
    due.add(next);
    return next.task();
  }

  /// After how many seconds something is to be run.
  private List<Long> waiting() {
    return due.stream()
        .filter(each -> !each.task().isDone())
        .map(each -> each.pause().toSeconds())
        .toList();
  }

  private void run(long seconds) throws Exception {
    Due first =
        due.stream()
            .filter(each -> !each.task().isDone() && each.pause().toSeconds() == seconds)
            .findFirst()
            .orElseThrow();
    first.task().run();
    assertThat(first.task().get()).isNull();
  }

  @Test
  void whileAnAnswerIsAwaitedAnotherQuestionWaitsForIt() {
    rediscovery.now();
    rediscovery.now();
    rediscovery.now();
    assertThat(asked).isEqualTo(1);

    rediscovery.answered(true);
    assertThat(asked).isEqualTo(2);
    assertThat(waiting()).isEmpty();

    rediscovery.answered(true);
    assertThat(asked).isEqualTo(2);
    assertThat(waiting()).containsExactly(PACE.rediscovery().toSeconds());
  }

  @Test
  void whatIsNotWhollyKnownIsAskedForSooner() throws Exception {
    rediscovery.now();
    rediscovery.answered(false);
    assertThat(waiting()).containsExactly(PACE.hurriedRediscovery().toSeconds());

    run(PACE.hurriedRediscovery().toSeconds());
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void anAnswerPutsOffTheNextQuestion() {
    for (int times = 0; times < 100; times++) {
      rediscovery.now();
      rediscovery.answered(true);
    }
    assertThat(waiting()).containsExactly(PACE.rediscovery().toSeconds());
  }

  @Test
  void aThousandChangesAreOneQuestionSoonAndTwoLater() throws Exception {
    for (int times = 0; times < 1_000; times++) {
      rediscovery.soon();
    }
    assertThat(asked).isZero();
    assertThat(waiting()).containsExactly(1L, 4L, 16L);

    run(1);
    rediscovery.answered(true);
    run(4);
    rediscovery.answered(true);
    run(16);
    assertThat(asked).isEqualTo(3);
  }

  @Test
  void aChangeAfterALookIsLookedAtAgain() throws Exception {
    rediscovery.soon();
    run(1);
    rediscovery.answered(true);
    rediscovery.soon();
    assertThat(waiting()).contains(1L);
    run(1);
    assertThat(asked).isEqualTo(2);
  }
}
