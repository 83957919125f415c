package io.kubilitics.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.Change;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.Place;
import io.kubilitics.topology.Topology;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class FleetTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();

  private static final Kind POD = Kind.core("Pod");
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final List<String> closed = new ArrayList<>();
  private final Fleet fleet = new Fleet(Clock.fixed(NOON, ZoneOffset.UTC));

  @AfterEach
  void close() {
    fleet.close();
  }

  @Test
  void aSessionIsReadyWhenAllItsSourceHadIsInTheTopology() throws InterruptedException {
    Session session = open("shop", listener -> pods(20_000).forEach(listener::changes));

    Topology topology = session.awaitReady();

    assertThat(topology.nodeCount(Viewer.EVERYTHING)).isEqualTo(20_000);
    assertThat(session.readiness()).isEqualTo(new Readiness.Ready());
    assertThat(session.received()).isEqualTo(20_000);
    assertThat(session.asOf()).isEqualTo(NOON);
  }

  @Test
  void clustersAreReadBesideEachOther() throws InterruptedException {
    CountDownLatch secondIsRead = new CountDownLatch(1);
    Session slow = open("slow", _ -> secondIsRead.await());
    Session quick = open("quick", listener -> pods(1).forEach(listener::changes));

    assertThat(quick.awaitReady().nodeCount(Viewer.EVERYTHING)).isEqualTo(1);
    assertThat(slow.readiness()).isEqualTo(new Readiness.Opening());

    secondIsRead.countDown();
    assertThat(slow.awaitReady().nodeCount(Viewer.EVERYTHING)).isZero();
    assertThat(fleet.sessions()).containsExactly(quick, slow);
    assertThat(fleet.first()).contains(slow);
  }

  @Test
  void aSourceThatCannotBeReadFailsItsSessionAlone() throws InterruptedException {
    Problem problem = new Problem.Unreadable("nowhere", "no such file");
    Session broken =
        open(
            "broken",
            _ -> {
              throw new ProblemException(problem);
            });
    Session whole = open("whole", listener -> pods(3).forEach(listener::changes));

    assertThatThrownBy(broken::awaitReady)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    assertThat(broken.readiness()).isEqualTo(new Readiness.Failed(problem));
    assertThat(whole.awaitReady().nodeCount(Viewer.EVERYTHING)).isEqualTo(3);
  }

  @Test
  void aBugInASourceIsToldAndNotWaitedForForever() {
    Session session =
        open(
            "buggy",
            _ -> {
              throw new IllegalStateException("the index is off by one");
            });

    assertThatThrownBy(session::awaitReady)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("internal error")
        .hasMessageContaining("off by one");
  }

  @Test
  void ofManyRejectionsTheFirstAreKeptAndAllAreCounted() throws InterruptedException {
    Session session =
        open(
            "poisoned",
            listener ->
                IntStream.rangeClosed(1, 5_000)
                    .forEach(line -> listener.rejected(new Place("bad.yaml", line), "no mapping")));

    session.awaitReady();

    Rejections rejections = session.rejections();
    assertThat(rejections.count()).isEqualTo(5_000);
    assertThat(rejections.first()).hasSize(Rejections.KEPT);
    assertThat(rejections.first().getLast().place()).hasToString("bad.yaml:100");
  }

  @Test
  void aNameIsOpenOnceAndTheSecondSourceIsClosed() {
    open("shop", _ -> {});

    assertThatThrownBy(() -> open("shop", _ -> {}))
        .isInstanceOf(ProblemException.class)
        .hasMessage("cluster shop: is open already");
    assertThat(closed).containsExactly("shop");
  }

  @Test
  void whatWasOpenedLastIsClosedFirst() {
    for (String name : List.of("b", "c", "a")) {
      open(name, _ -> {});
    }

    fleet.close();

    assertThat(closed).containsExactly("a", "c", "b");
    assertThat(fleet.sessions()).isEmpty();
    assertThatThrownBy(() -> open("late", _ -> {})).isInstanceOf(ProblemException.class);
  }

  @Test
  void oneClusterIsClosedAloneAndItsNameIsFreeAgain() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    Session living = open("living", _ -> never.await());
    Session other = open("other", listener -> pods(2).forEach(listener::changes));
    List<String> told = new ArrayList<>();
    fleet.beforeClosing(session ->
        told.add(session.cluster() + " " + fleet.session(session.cluster()).isPresent()));

    assertThat(fleet.close(living.cluster())).isTrue();

    assertThat(told).containsExactly("living false");
    assertThat(closed).containsExactly("living");
    assertThat(living.readiness()).isEqualTo(new Readiness.Abandoned());
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.contains("living"));
    assertThat(fleet.close(living.cluster())).isFalse();
    assertThat(other.awaitReady().nodeCount(Viewer.EVERYTHING)).isEqualTo(2);
    Session again = open("living", _ -> {});
    assertThat(again.awaitReady().nodeCount(Viewer.EVERYTHING)).isZero();
    assertThat(again.opening()).isGreaterThan(living.opening());
  }

  @Test
  void aNameIsTakenUntilItsClusterHasEnded() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Session session = open("shop", _ -> {});
    fleet.beforeClosing(_ -> {
      asked.countDown();
      awaitQuietly(goOn);
    });
    Thread closer = Thread.ofVirtual().start(() -> fleet.close(session.cluster()));
    asked.await();

    assertThatThrownBy(() -> open("shop", _ -> {}))
        .hasMessage("cluster shop: is just being closed; try again");

    goOn.countDown();
    closer.join();
    open("shop", _ -> {}).awaitReady();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aListenerThatFailsDoesNotKeepAClusterOpen() {
    Session session = open("shop", _ -> {});
    fleet.beforeClosing(_ -> {
      throw new IllegalStateException("no farewell");
    });

    assertThatThrownBy(() -> fleet.close(session.cluster())).hasMessage("no farewell");

    assertThat(closed).containsExactly("shop");
    open("shop", _ -> {});
  }

  @Test
  void noMoreThanSoManyClustersAreOpen() {
    for (int number = 0; number < Fleet.MOST; number++) {
      open("c" + number, _ -> {});
    }

    assertThatThrownBy(() -> open("one-more", _ -> {}))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isInstanceOf(Problem.Conflict.class))
        .hasMessageContaining("64 clusters are open");
    assertThat(closed).containsExactly("one-more");
    fleet.close(new ClusterId("c7"));
    open("one-more", _ -> {});
  }

  @Test
  void closingEndsAReadingThatNeverWould() {
    CountDownLatch begun = new CountDownLatch(1);
    Session session =
        open(
            "endless",
            listener -> {
              begun.countDown();
              while (!Thread.currentThread().isInterrupted()) {
                pods(100).forEach(listener::changes);
              }
            });

    assertThatThrownBy(
            () -> {
              begun.await();
              fleet.close();
              session.awaitReady();
            })
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThat(session.readiness()).isEqualTo(new Readiness.Abandoned());
  }

  @Test
  void aListenerThatComesLateLearnsWhatIsThere() throws InterruptedException {
    Session session = open("shop", listener -> pods(7).forEach(listener::changes));
    session.awaitReady();
    List<Integer> seen = new ArrayList<>();

    session.listen((topology, delta) -> seen.add(delta.nodesPut().size()));

    assertThat(seen).containsExactly(7);
    assertThat(session.topology().node(new ResourceId(POD, "shop", "p0"), Viewer.EVERYTHING))
        .isPresent();
  }

  private Session open(String name, ScriptedSource.Script script) {
    return fleet.open(
        new ClusterId(name), name, new ScriptedSource(name, closed, script), CATALOGUE);
  }

  /// Pods in batches of a thousand.
  private static List<List<Change>> pods(int count) {
    List<List<Change>> batches = new ArrayList<>();
    for (int from = 0; from < count; from += 1_000) {
      List<Change> batch = new ArrayList<>();
      for (int at = from; at < Math.min(count, from + 1_000); at++) {
        batch.add(new Change.Put(Resource.builder(new ResourceId(POD, "shop", "p" + at)).build()));
      }
      batches.add(batch);
    }
    return batches;
  }
}
