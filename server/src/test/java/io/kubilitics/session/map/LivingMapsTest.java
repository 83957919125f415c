package io.kubilitics.session.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.layout.Layout;
import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.layout.plan.PlanDelta;
import io.kubilitics.layout.slot.SlotEpoch;
import io.kubilitics.layout.slot.SlotStore;
import io.kubilitics.layout.slot.SlotsInMemory;
import io.kubilitics.model.Change;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.testbed.LogLines;
import io.kubilitics.testbed.Measured;
import io.kubilitics.topology.Engine;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class LivingMapsTest {
  private static final ClusterId CLUSTER = new ClusterId("shop");
  private static final Kind POD = Kind.core("Pod");
  private static final Pace QUICK =
      new Pace(
          Duration.ofMillis(1),
          Duration.ofSeconds(60),
          Duration.ofMinutes(10),
          Duration.ofMinutes(10),
          Duration.ofMillis(20));

  private final Engine engine = new Engine(Catalogue.builtIn().relations());
  private final BlockLayouts blocks = new BlockLayouts(2);
  private final SlotsInMemory store = new SlotsInMemory();
  private final List<LivingMaps> open = new ArrayList<>();

  @AfterEach
  void close() {
    open.forEach(LivingMaps::close);
    blocks.close();
  }

  private LivingMaps maps(SlotStore slots, Pace pace) {
    return maps(slots, pace, engine::follow);
  }

  private LivingMaps maps(
      SlotStore slots,
      Pace pace,
      java.util.function.Function<TopologyListener, Topology> following) {
    LivingMaps maps = new LivingMaps(CLUSTER, following, blocks, slots, pace);
    open.add(maps);
    return maps;
  }

  private static Change pod(String name) {
    return new Change.Put(Resource.builder(new ResourceId(POD, "shop", name)).build());
  }

  private static void await(BooleanSupplier reached) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
      Thread.sleep(5);
    }
  }

  private static void awaitRevision(LivingMaps maps, Arrangement arrangement, long revision)
      throws InterruptedException {
    while (maps.latest(arrangement).plan().revision() < revision) {
      Thread.sleep(5);
    }
  }

  @Test
  void theFirstMapIsAFunctionOfTheObjectsAlone() throws InterruptedException {
    engine.apply(Measured.demo(300, Catalogue.builtIn()));

    LivingMap map = maps(store, QUICK).latest(Arrangement.NAMESPACE);

    assertThat(map.topology()).isSameAs(engine.current());
    assertThat(map.plan())
        .isEqualTo(
            Layout.fresh(
                Arrangement.NAMESPACE,
                engine.current().network(Viewer.EVERYTHING),
                engine.current().revision(),
                blocks));
  }

  @Test
  void aMapFollowsItsClusterAndHasTheTopologyOfItsRevision() throws InterruptedException {
    engine.apply(Measured.demo(300, Catalogue.builtIn()));
    LivingMaps maps = maps(store, QUICK);
    maps.latest(Arrangement.NAMESPACE);
    maps.latest(Arrangement.NODE);

    for (int each = 0; each < 50; each++) {
      engine.apply(List.of(pod("new-" + each)));
      LivingMap map = maps.latest(Arrangement.NAMESPACE);
      assertThat(map.plan().revision()).isEqualTo(map.topology().revision());
    }

    for (Arrangement arrangement : List.of(Arrangement.NAMESPACE, Arrangement.NODE)) {
      awaitRevision(maps, arrangement, engine.current().revision());
      assertThat(maps.latest(arrangement).plan().toString()).contains("new-49");
    }
  }

  @Test
  void theWriterOfTheClusterNeverWaitsForALayout() throws InterruptedException {
    engine.apply(List.of(pod("first")));
    CountDownLatch listening = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    LivingMaps maps = maps(store, QUICK);
    try (LivingMaps.Listening _ =
        maps.listen(
            Arrangement.NAMESPACE,
            (_, _, _) -> {
              listening.countDown();
              awaitQuietly(goOn);
            })) {
      listening.await();

      for (int each = 0; each < 200; each++) {
        engine.apply(List.of(pod("new-" + each)));
      }

      assertThat(maps.latest(Arrangement.NAMESPACE).plan().revision()).isEqualTo(1);
      goOn.countDown();
      awaitRevision(maps, Arrangement.NAMESPACE, engine.current().revision());
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aListenerLearnsEverythingAndThenEveryChangeInOrder() throws InterruptedException {
    engine.apply(List.of(pod("first")));
    LivingMaps maps = maps(store, QUICK);
    maps.latest(Arrangement.NAMESPACE);
    List<PlanDelta> heard = Collections.synchronizedList(new ArrayList<>());
    LivingMaps.Listening listening =
        maps.listen(Arrangement.NAMESPACE, (_, delta, _) -> heard.add(delta));
    await(() -> heard.size() == 1);

    engine.apply(List.of(pod("second")));
    await(() -> heard.getLast().toRevision() == 2);
    listening.close();
    engine.apply(List.of(pod("third")));
    awaitRevision(maps, Arrangement.NAMESPACE, 3);

    assertThat(heard.getFirst().fromRevision()).isZero();
    assertThat(heard.getFirst().frames()).hasSize(1);
    assertThat(heard.getLast().fromRevision()).isEqualTo(1);
    assertThat(heard.getLast().toRevision()).isEqualTo(2);
  }

  @Test
  void aBugOfAListenerIsItsOwn() throws InterruptedException {
    engine.apply(List.of(pod("first")));
    LivingMaps maps = maps(store, QUICK);
    try (LogLines log = LogLines.all()) {
      maps.listen(
          Arrangement.NAMESPACE,
          (_, _, _) -> {
            throw new IllegalStateException("off by one");
          });
      engine.apply(List.of(pod("second")));

      awaitRevision(maps, Arrangement.NAMESPACE, 2);
      await(() -> log.text().contains("off by one"));
    }
  }

  /// Fails once for a revision, wherever the layout meets it.
  private Topology failing(Topology real, AtomicInteger failures) {
    return (Topology)
        java.lang.reflect.Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Topology.class},
            (_, method, arguments) -> {
              if (method.getName().equals("network") && failures.getAndDecrement() > 0) {
                throw new IllegalStateException("the grid is off by one");
              }
              return method.invoke(real, arguments);
            });
  }

  @Test
  void aBugInALayoutIsLoggedAndTheMapStartsAnewAndGoesOn() throws InterruptedException {
    engine.apply(List.of(pod("first")));
    AtomicInteger failures = new AtomicInteger();
    LivingMaps maps =
        maps(
            store,
            QUICK,
            listener ->
                engine.follow(
                    (current, delta) -> listener.onChange(failing(current, failures), delta)));
    LivingMap before = maps.latest(Arrangement.NAMESPACE);
    try (LogLines log = LogLines.all()) {
      failures.set(1);
      engine.apply(List.of(pod("second")));

      awaitRevision(maps, Arrangement.NAMESPACE, 2);

      LivingMap after = maps.latest(Arrangement.NAMESPACE);
      assertThat(log.text()).contains("the grid is off by one").contains("shop");
      assertThat(after.plan().epoch()).isEqualTo(before.plan().epoch() + 1);
      assertThat(after.plan().toString()).contains("first", "second");
    }
  }

  @Test
  void whatFailsAgainAndAgainLeavesTheLastMap() throws InterruptedException {
    engine.apply(List.of(pod("first")));
    AtomicInteger failures = new AtomicInteger();
    LivingMaps maps =
        maps(
            store,
            QUICK,
            listener ->
                engine.follow(
                    (current, delta) -> listener.onChange(failing(current, failures), delta)));
    maps.latest(Arrangement.NAMESPACE);
    try (LogLines _ = LogLines.all()) {
      failures.set(3);
      engine.apply(List.of(pod("second")));
      await(() -> failures.get() <= 1);

      assertThat(maps.latest(Arrangement.NAMESPACE).plan().toString()).contains("first");
      awaitRevision(maps, Arrangement.NAMESPACE, 2);
    }
  }

  @Test
  void tidyingOpensANewEpoch() throws InterruptedException {
    engine.apply(Measured.demo(300, Catalogue.builtIn()));
    LivingMaps maps = maps(store, QUICK);
    LivingMap before = maps.latest(Arrangement.NAMESPACE);
    for (int each = 0; each < 40; each++) {
      engine.apply(List.of(pod("new-" + each)));
    }
    awaitRevision(maps, Arrangement.NAMESPACE, engine.current().revision());

    LivingMap after = maps.tidy(Arrangement.NAMESPACE);

    Network network = engine.current().network(Viewer.EVERYTHING);
    assertThat(after.plan().epoch()).isEqualTo(before.plan().epoch() + 1);
    assertThat(after.plan().frames())
        .isEqualTo(Layout.fresh(Arrangement.NAMESPACE, network, 0, blocks).frames());
  }

  @Test
  void aMapThatHasBecomeTooLargeIsTidiedByItself() throws InterruptedException {
    Pace inspecting =
        new Pace(QUICK.beat(), QUICK.patience(), QUICK.idle(), Duration.ofMillis(1), QUICK.save());
    engine.apply(Measured.demo(300, Catalogue.builtIn()));
    LivingMaps maps = maps(store, inspecting);
    maps.latest(Arrangement.NAMESPACE);

    for (Change change : Measured.demo(300, Catalogue.builtIn())) {
      if (change instanceof Change.Put(Resource resource)
          && !resource.id().namespace().equals("shop")) {
        engine.apply(List.of(new Change.Gone(resource.id())));
      }
    }

    await(() -> engine.current().revision() > 1);
    awaitRevision(maps, Arrangement.NAMESPACE, engine.current().revision());
    for (int each = 0; maps.latest(Arrangement.NAMESPACE).plan().epoch() == 1; each++) {
      engine.apply(List.of(pod("poke-" + each)));
      Thread.sleep(10);
    }
  }

  @Test
  void placesAreSavedAndTheNextStartHasThem() throws InterruptedException {
    engine.apply(Measured.demo(300, Catalogue.builtIn()));
    LivingMaps first = maps(store, QUICK);
    first.latest(Arrangement.NAMESPACE);
    for (int each = 0; each < 30; each++) {
      engine.apply(List.of(pod("new-" + each)));
      awaitRevision(first, Arrangement.NAMESPACE, engine.current().revision());
    }
    LivingMap before = first.tidy(Arrangement.NAMESPACE);
    engine.apply(List.of(new Change.Gone(new ResourceId(POD, "shop", "new-3"))));
    awaitRevision(first, Arrangement.NAMESPACE, engine.current().revision());
    LivingMap last = first.latest(Arrangement.NAMESPACE);
    first.close();

    LivingMap next = maps(store, QUICK).latest(Arrangement.NAMESPACE);

    assertThat(next.plan()).isEqualTo(last.plan());
    assertThat(next.plan().epoch()).isEqualTo(before.plan().epoch());
  }

  @Test
  void placesThatCannotBeReadCostALineAndNoMore() throws InterruptedException {
    engine.apply(List.of(pod("first")));
    SlotStore broken =
        new SlotStore() {
          @Override
          public Optional<SlotEpoch> load() {
            throw new ProblemException(new Problem.Unreadable("shop.slots", "is damaged"));
          }

          @Override
          public void save(SlotEpoch epoch) {
            throw new ProblemException(new Problem.Unreadable("shop.slots", "the disk is full"));
          }
        };
    try (LogLines log = LogLines.all()) {
      LivingMaps maps = maps(broken, QUICK);

      assertThat(maps.latest(Arrangement.NAMESPACE).plan().toString()).contains("first");
      await(() -> log.text().contains("the disk is full"));
      assertThat(log.text()).containsOnlyOnce("is damaged");
      engine.apply(List.of(pod("second")));
      awaitRevision(maps, Arrangement.NAMESPACE, 2);
    }
  }

  @Test
  void anArrangementThatWasListenedToIsNotLetGoAtOnce() throws InterruptedException {
    engine.apply(List.of(pod("first")));
    LivingMap map = maps(store, QUICK).latest(Arrangement.APP);
    MapBoard board =
        new MapBoard(
            CLUSTER,
            QUICK,
            arrangement -> new LivingArrangement(arrangement, blocks, () -> SlotEpoch.empty(1)));
    MapListener listener = (_, _, _) -> {};
    LivingArrangement heard = board.join(Arrangement.APP, listener);
    heard.published = map;
    heard.lastAsked = System.nanoTime() - Duration.ofHours(1).toNanos();

    board.leave(heard, listener);
    board.next(true);

    assertThat(board.living(Arrangement.APP)).contains(heard);
  }

  @Test
  void anArrangementNobodyAsksForIsLetGoAndMadeAgain() throws InterruptedException {
    Pace forgetful =
        new Pace(
            QUICK.beat(), QUICK.patience(), Duration.ofMillis(1), QUICK.inspection(), QUICK.save());
    engine.apply(List.of(pod("first")));
    LivingMaps maps = maps(store, forgetful);
    maps.latest(Arrangement.NAMESPACE);
    maps.latest(Arrangement.APP);
    Thread.sleep(5);

    engine.apply(List.of(pod("second")));
    awaitRevision(maps, Arrangement.NAMESPACE, 2);

    Plan again = maps.latest(Arrangement.APP).plan();
    assertThat(again.revision()).isEqualTo(2);
    assertThat(again.epoch()).isEqualTo(2);
  }

  @Test
  void whoWaitsTooLongIsToldToComeAgain() {
    Pace hasty =
        new Pace(
            QUICK.beat(), Duration.ofMillis(50), QUICK.idle(), QUICK.inspection(), QUICK.save());
    CountDownLatch never = new CountDownLatch(1);
    LivingMaps maps =
        maps(
            store,
            hasty,
            listener -> {
              awaitQuietly(never);
              return engine.follow(listener);
            });

    assertThatThrownBy(() -> maps.latest(Arrangement.NAMESPACE))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem()).isInstanceOf(Problem.Busy.class));
    never.countDown();
  }

  @Test
  void whoWaitsWhenTheClusterIsClosedIsToldSo() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    LivingMaps maps =
        maps(
            store,
            QUICK,
            listener -> {
              awaitQuietly(never);
              return engine.follow(listener);
            });
    List<Throwable> told = Collections.synchronizedList(new ArrayList<>());
    Thread waiting =
        Thread.ofVirtual()
            .start(() -> {
              try {
                maps.latest(Arrangement.NAMESPACE);
              } catch (InterruptedException | RuntimeException e) {
                told.add(e);
              }
            });
    Thread.sleep(50);

    Thread closing = Thread.ofVirtual().start(maps::close);
    waiting.join();

    assertThat(told).singleElement().isInstanceOf(ProblemException.class);
    assertThat(told.getFirst()).hasMessageContaining("is being closed");
    never.countDown();
    closing.join();
    assertThatThrownBy(() -> maps.latest(Arrangement.NAMESPACE))
        .isInstanceOf(ProblemException.class);
  }
}
