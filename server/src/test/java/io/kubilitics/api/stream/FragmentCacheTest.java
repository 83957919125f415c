package io.kubilitics.api.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FragmentCacheTest {
  private static final int MOST = 10_000;

  private final StreamCounters counters = new StreamCounters();
  private final FragmentCache cache = new FragmentCache(MOST, counters);

  private static FragmentCache.Key key(int number) {
    return new FragmentCache.Key(1, "shop", number, number + 1, 0);
  }

  @Test
  void aTextIsMadeOnceHoweverManyAskAtOnce() throws InterruptedException {
    AtomicInteger made = new AtomicInteger();
    CountDownLatch begin = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int each = 0; each < 50; each++) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                try {
                  begin.await();
                } catch (InterruptedException _) {
                  Thread.currentThread().interrupt();
                }
                cache.get(key(1), () -> Piece.whole("{" + made.incrementAndGet() + "}"));
              }));
    }
    begin.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(made).hasValue(1);
    assertThat(counters.cacheHits().sum()).isEqualTo(49);
  }

  @Test
  void itNeverKeepsMoreThanItMay() {
    for (int each = 0; each < 1_000; each++) {
      cache.get(key(each), () -> Piece.whole("x".repeat(500)));

      assertThat(counters.cachedBytes().get()).isLessThanOrEqualTo(MOST);
    }
  }

  @Test
  void whatIsAskedForStays() {
    AtomicInteger made = new AtomicInteger();
    for (int each = 0; each < 100; each++) {
      cache.get(key(each), () -> Piece.whole("x".repeat(500)));
      cache.get(key(-2), () -> Piece.whole("y" + made.incrementAndGet()));
    }

    assertThat(made).hasValue(1);
  }

  @Test
  void whatNobodyAskedForInAWhileIsForgotten() {
    AtomicInteger made = new AtomicInteger();
    Supplier<Piece> writer = () -> Piece.whole("x" + made.incrementAndGet());
    cache.get(key(1), writer);

    cache.forgetUnusedFor(Duration.ofHours(1));
    cache.get(key(1), writer);
    assertThat(made).hasValue(1);

    cache.forgetUnusedFor(Duration.ZERO);
    assertThat(counters.cachedBytes()).hasValue(0);
    cache.get(key(1), writer);
    assertThat(made).hasValue(2);
  }

  @Test
  void whatFailsIsTriedAgain() {
    for (Throwable failure :
        List.of(new IllegalStateException("a bug"), new StackOverflowError())) {
      assertThatThrownBy(() ->
              cache.get(
                  key(1),
                  () -> {
                    throw thrown(failure);
                  }))
          .isSameAs(failure);
    }
    cache.get(key(1), () -> Piece.whole("{}"));

    assertThat(counters.cacheMisses().sum()).isEqualTo(3);
  }

  private static RuntimeException thrown(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return (RuntimeException) failure;
  }
}
