package io.kubilitics.source.cluster.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BudgetTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
  private final Budget budget = new Budget(5, 100, now::get);

  @Test
  void aBurstIsNotHeldUp() {
    for (int i = 0; i < 100; i++) {
      assertThat(budget.take(Errand.LIST)).isZero();
    }
  }

  /// A look, a list and a watch for each custom resource, where nothing is listed by watch; the
  /// others are not looked for first.
  @Test
  void aClusterOfThreeHundredCustomResourcesInUseIsOpenedWithoutWaiting() {
    ConnectionPace usual = ConnectionPace.USUAL;
    Budget first = new Budget(usual.requestsPerSecond(), usual.burst(), now::get);
    for (int i = 0; i < 300 * 3 + 60 * 2 + 40; i++) {
      assertThat(first.take(Errand.LIST)).isZero();
    }
  }

  @Test
  void afterwardsOneGoesAfterTheOther() {
    use(100);
    assertThat(budget.take(Errand.LIST)).isEqualTo(Duration.ofMillis(200));
    assertThat(budget.take(Errand.WATCH)).isEqualTo(Duration.ofMillis(400));
    pass(Duration.ofMillis(400));
    assertThat(budget.take(Errand.LIST)).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void whatAUserWaitsForGoesFirst() {
    use(140);
    assertThat(budget.take(Errand.USER)).isZero();
    assertThat(budget.take(Errand.LIST)).isEqualTo(Duration.ofMillis(8400));
  }

  @Test
  void aUserDoesNotWaitForHundredsOfWatchesThatWait() {
    use(600);
    assertThat(budget.take(Errand.USER)).isZero();
  }

  @Test
  void usersAloneAreBoundedToo() {
    for (int i = 0; i < 150; i++) {
      assertThat(budget.take(Errand.USER)).isZero();
    }
    assertThat(budget.take(Errand.USER)).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void aLongQuietTimeBringsNoMoreThanTheBurst() {
    pass(Duration.ofDays(1));
    use(100);
    assertThat(budget.take(Errand.LIST)).isPositive();
  }

  @Test
  void aClockThatGoesBackBringsNothingAndTakesNothing() {
    use(100);
    pass(Duration.ofHours(-1));
    assertThat(budget.take(Errand.LIST)).isEqualTo(Duration.ofMillis(200));
    pass(Duration.ofMillis(200));
    assertThat(budget.take(Errand.LIST)).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void whatIsGivenBackCanBeTakenAgain() {
    use(100);
    budget.giveBack(Errand.LIST);
    assertThat(budget.take(Errand.LIST)).isZero();
  }

  private void use(int count) {
    for (int i = 0; i < count; i++) {
      budget.take(Errand.LIST);
    }
  }

  private void pass(Duration time) {
    now.updateAndGet(at -> at.plus(time));
  }
}
