package io.kubilitics.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.model.Change;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class IntakeTest {
  private static Change.Put put(int name, long state) {
    ResourceId id = new ResourceId(Kind.core("Pod"), "shop", "p" + name);
    return new Change.Put(Resource.builder(id).digest(state).build());
  }

  @Test
  void whileTheWriterIsBusyOnlyTheNewestStateOfAnObjectWaits() throws InterruptedException {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    List<List<Change>> batches = Collections.synchronizedList(new ArrayList<>());
    try (Intake intake =
        Intake.open(
            "test",
            batch -> {
              batches.add(batch);
              busy.countDown();
              awaitQuietly(go);
            })) {
      intake.submit(List.of(put(0, 0)));
      busy.await();
      for (int state = 1; state <= 1_000; state++) {
        intake.submit(List.of(put(1, state), put(2, state)));
      }
      intake.submit(List.of(new Change.Gone(put(2, 0).resource().id())));
      go.countDown();
      intake.flush();
      assertThat(batches)
          .containsExactly(
              List.of(put(0, 0)),
              List.of(put(1, 1_000), new Change.Gone(put(2, 0).resource().id())));
    }
  }

  @Test
  void aFullQueueMakesTheSourceWaitAndLosesNothing() throws InterruptedException {
    Map<ResourceId, Long> seen = new TreeMap<>();
    AtomicReference<Integer> largest = new AtomicReference<>(0);
    try (Intake intake =
        Intake.open(
            "test",
            batch -> {
              largest.set(Math.max(largest.get(), batch.size()));
              for (Change change : batch) {
                Resource resource = ((Change.Put) change).resource();
                seen.put(resource.id(), resource.digest());
              }
            })) {
      List<Change> many = new ArrayList<>();
      for (int name = 0; name < 5 * Intake.CAPACITY; name++) {
        many.add(put(name, name));
      }
      intake.submit(many);
      intake.flush();
    }
    assertThat(seen).hasSize(5 * Intake.CAPACITY);
    assertThat(largest.get()).isLessThanOrEqualTo(Intake.CAPACITY);
  }

  @Test
  void aBatchThatEndsInABugIsCountedAndTheNextOneIsApplied() throws InterruptedException {
    List<Change> applied = Collections.synchronizedList(new ArrayList<>());
    try (Intake intake =
        Intake.open(
            "test",
            batch -> {
              if (batch.equals(List.of(put(1, 1)))) {
                throw new IllegalStateException("planted by the test");
              }
              applied.addAll(batch);
            })) {
      intake.submit(List.of(put(1, 1)));
      intake.flush();
      intake.submit(List.of(put(2, 2)));
      intake.flush();
      assertThat(intake.failedBatches()).isEqualTo(1);
      assertThat(applied).containsExactly(put(2, 2));
    }
  }

  @Test
  void whenTheWriterDiesNobodyWaitsForEver() throws InterruptedException {
    try (Intake intake =
        Intake.open(
            "test",
            _ -> {
              throw new OutOfMemoryError("planted by the test");
            })) {
      intake.submit(List.of(put(1, 1)));
      assertThatThrownBy(intake::flush)
          .isInstanceOf(IllegalStateException.class)
          .hasRootCauseMessage("planted by the test");
      assertThatThrownBy(() -> intake.submit(List.of(put(2, 2))))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void afterCloseNobodyWaitsAnyMore() throws InterruptedException {
    Intake intake = Intake.open("test", _ -> {});
    intake.close();
    intake.submit(List.of(put(1, 1)));
    intake.flush();
    intake.close();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
