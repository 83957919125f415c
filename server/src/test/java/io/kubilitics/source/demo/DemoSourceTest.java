package io.kubilitics.source.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.Change;
import io.kubilitics.model.KindState;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.source.Place;
import io.kubilitics.source.SourceListener;
import io.kubilitics.testbed.DemoManifests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class DemoSourceTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();

  /// Keeps what a source says.
  private static class Watcher implements SourceListener {
    final List<Change> changes = Collections.synchronizedList(new ArrayList<>());
    final List<String> rejected = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void changes(List<Change> batch) {
      changes.addAll(batch);
    }

    @Override
    public void rejected(Place place, String reason) {
      rejected.add(place + ": " + reason);
    }

    Map<ResourceId, Resource> resources() {
      Map<ResourceId, Resource> resources = new LinkedHashMap<>();
      synchronized (changes) {
        for (Change change : changes) {
          switch (change) {
            case Change.Put(Resource resource) -> resources.put(resource.id(), resource);
            case Change.Gone(ResourceId id) -> resources.remove(id);
            case Change.Known(KindState state) -> throw new AssertionError(state);
            case Change.Now now -> throw new AssertionError(now);
          }
        }
      }
      return resources;
    }
  }

  private static DemoSource still(int objects, int threads) {
    return DemoSource.still(new DemoSpec(objects, 42), CATALOGUE, DemoManifests.BORN, threads);
  }

  private static DemoSource alive(Pace pace) {
    return DemoSource.alive(
        new DemoSpec(300, 42), CATALOGUE, DemoManifests.BORN, Duration.ofMillis(500), pace, 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1_000, 10_000})
  void everyObjectBecomesAResource(int objects) {
    Watcher watcher = new Watcher();
    try (DemoSource source = still(objects, 2)) {
      source.open(watcher);
    }

    assertThat(watcher.rejected).isEmpty();
    assertThat(watcher.resources()).hasSize(objects);
  }

  @Test
  void anyNumberOfThreadsGivesTheSameResourcesInTheSameOrder() {
    Watcher one = new Watcher();
    Watcher many = new Watcher();
    try (DemoSource source = still(3_000, 1)) {
      source.open(one);
    }
    try (DemoSource source = still(3_000, 7)) {
      source.open(many);
    }

    assertThat(many.changes).isEqualTo(one.changes);
  }

  @Test
  void aStillDemoIsOverWhenItIsOpen() {
    Watcher watcher = new Watcher();
    try (DemoSource source = still(100, 2)) {
      source.open(watcher);

      assertThat(threads()).isEmpty();
    }
  }

  @Test
  void anInterruptEndsTheReadingAndThereIsNoLife() {
    SourceListener interrupting =
        new Watcher() {
          @Override
          public void changes(List<Change> batch) {
            Thread.currentThread().interrupt();
          }
        };
    try (DemoSource source =
        DemoSource.alive(
            new DemoSpec(3_000, 42),
            CATALOGUE,
            DemoManifests.BORN,
            Duration.ofMillis(500),
            Pace.real(),
            2)) {
      source.open(interrupting);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(threads()).isEmpty();
    }
  }

  @Test
  void lifeGoesOnStepByStepAfterOpening() {
    Semaphore steps = new Semaphore(0);
    Watcher watcher = new Watcher();
    CountDownLatch forty = new CountDownLatch(41);
    try (DemoSource source =
        alive(_ -> {
          forty.countDown();
          steps.acquire();
        })) {
      source.open(watcher);
      Map<ResourceId, Resource> atFirst = watcher.resources();
      assertThat(atFirst).hasSize(300);

      steps.release(40);
      await(forty);
      assertThat(watcher.resources()).isNotEqualTo(atFirst);
    }
  }

  @Test
  void whatLifeSaysIsWhatTheClusterIs() {
    Semaphore steps = new Semaphore(0);
    Watcher watcher = new Watcher();
    CountDownLatch hundred = new CountDownLatch(101);
    DemoCluster same =
        DemoCluster.of(new DemoSpec(300, 42), DemoManifests.BORN, Duration.ofMillis(500));
    try (DemoSource source =
        alive(_ -> {
          hundred.countDown();
          steps.acquire();
        })) {
      source.open(watcher);
      steps.release(100);
      await(hundred);
    }
    for (int step = 0; step < 100; step++) {
      same.step();
    }

    Map<ResourceId, String> expected = new LinkedHashMap<>();
    same.objects().forEach(body -> expected.put(Bodies.id(body), Bodies.uid(body)));
    Map<ResourceId, String> seen = new LinkedHashMap<>();
    watcher.resources().forEach((id, resource) -> seen.put(id, resource.uid()));
    assertThat(seen).isEqualTo(expected);
  }

  @Test
  void heartbeatsAreNoChange() {
    DemoCluster cluster =
        DemoCluster.of(new DemoSpec(1_000, 42), DemoManifests.BORN, Duration.ofMillis(500));
    Harvest first = new Harvest();
    cluster.objects().forEach(body -> first.put(body, CATALOGUE.extractor()));
    Watcher watcher = new Watcher();
    first.tell(watcher);
    Map<ResourceId, Resource> known = watcher.resources();
    int beats = 0;

    for (int step = 0; step < 300; step++) {
      DemoStep happened = cluster.step();
      Watcher seen = new Watcher();
      Harvest harvest = new Harvest();
      happened.changes().forEach(change -> harvest.add(change, CATALOGUE.extractor()));
      harvest.tell(seen);
      known.putAll(seen.resources());
      for (DemoChange beat : happened.heartbeats()) {
        Watcher heard = new Watcher();
        Harvest alone = new Harvest();
        alone.add(beat, CATALOGUE.extractor());
        alone.tell(heard);
        assertThat(heard.resources().get(beat.id())).isEqualTo(known.get(beat.id()));
        beats++;
      }
    }

    assertThat(beats).isPositive();
  }

  @Test
  void closingEndsTheThreadAndNothingMoreIsSaid() throws InterruptedException {
    Watcher watcher = new Watcher();
    DemoSource source = alive(Pace.real());
    source.open(watcher);
    assertThat(threads()).isNotEmpty();

    source.close();

    assertThat(threads()).isEmpty();
    int said = watcher.changes.size();
    TimeUnit.MILLISECONDS.sleep(50);
    assertThat(watcher.changes).hasSize(said);
  }

  @Test
  void aListenerThatBlocksForEverIsLetGoByClosing() {
    CountDownLatch blocked = new CountDownLatch(1);
    Watcher stubborn =
        new Watcher() {
          @Override
          public void changes(List<Change> batch) {
            if (!Thread.currentThread().getName().equals("demo-life")) {
              return;
            }
            blocked.countDown();
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException _) {
              Thread.currentThread().interrupt();
            }
          }
        };
    DemoSource source = alive(_ -> {});
    source.open(stubborn);
    await(blocked);

    source.close();

    assertThat(threads()).isEmpty();
  }

  @Test
  void closingTwiceOrBeforeOpeningIsFine() {
    DemoSource source = alive(Pace.real());
    source.close();
    source.close();
    source.open(new Watcher());

    assertThat(threads()).isEmpty();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// A pool that has ended may have threads that are about to.
  private static List<String> threads() {
    List<Thread> threads =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("demo-"))
            .toList();
    for (Thread thread : threads) {
      if (thread.getName().startsWith("demo-reader")) {
        joinSoon(thread);
      }
    }
    return threads.stream().filter(Thread::isAlive).map(Thread::getName).toList();
  }

  private static void joinSoon(Thread thread) {
    try {
      thread.join(Duration.ofSeconds(60));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
