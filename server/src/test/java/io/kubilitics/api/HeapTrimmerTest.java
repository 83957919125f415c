package io.kubilitics.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HeapTrimmerTest {
  private static final long MB = 1L << 20;

  private final AtomicLong used = new AtomicLong();
  private final AtomicLong needed = new AtomicLong();
  private final AtomicInteger collections = new AtomicInteger();
  private final HeapTrimmer trimmer =
      new HeapTrimmer(
          used::get,
          () -> {
            collections.incrementAndGet();
            used.set(needed.get());
          });

  private int collectionsAt(long megabytes) {
    used.set(megabytes * MB);
    trimmer.look();
    return collections.get();
  }

  @Test
  void whatABurstLeftBehindIsGivenBackOnce() {
    needed.set(20 * MB);

    assertThat(collectionsAt(60)).isEqualTo(1);
    assertThat(collectionsAt(20)).isEqualTo(1);
    assertThat(collectionsAt(27)).isEqualTo(1);
    assertThat(collectionsAt(29)).isEqualTo(2);
  }

  @Test
  void aSmallHeapIsLeftAlone() {
    assertThat(collectionsAt(8)).isZero();
  }

  @Test
  void aLargeHeapWaitsForAQuarter() {
    needed.set(200 * MB);

    assertThat(collectionsAt(300)).isEqualTo(1);
    assertThat(collectionsAt(249)).isEqualTo(1);
    assertThat(collectionsAt(251)).isEqualTo(2);
  }

  @Test
  void whatIsNeededIsNotCollectedAgainAndAgain() {
    needed.set(100 * MB);

    assertThat(collectionsAt(100)).isEqualTo(1);
    assertThat(collectionsAt(100)).isEqualTo(1);
    assertThat(collectionsAt(120)).isEqualTo(1);
  }
}
