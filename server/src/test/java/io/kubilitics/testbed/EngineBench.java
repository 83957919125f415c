package io.kubilitics.testbed;

import static io.kubilitics.testbed.Measured.figure;
import static io.kubilitics.testbed.Measured.median;
import static io.kubilitics.testbed.Measured.spread;
import static io.kubilitics.testbed.Measured.usedHeap;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.extension.Bundled;
import io.kubilitics.model.Change;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationType;
import io.kubilitics.model.Resource;
import io.kubilitics.model.Viewer;
import io.kubilitics.source.demo.DemoSpec;
import io.kubilitics.topology.DerivedHealth;
import io.kubilitics.topology.Engine;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyQuery;
import io.kubilitics.topology.health.DerivedHealthRules;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Measures the engine on demo clusters and prints one JSON line for each figure: `name`, `value`,
/// `unit`, `target`, `ok`, and the spread. Run by hand on a quiet machine, through `jlink/bench`.
///
/// Times of a single change are wall-clock times; times from scratch are given both as wall time
/// and as CPU time of the writing thread, which other work on the machine disturbs less.
public final class EngineBench {
  private static final int SCRATCH_ROUNDS = 9;
  private static final int FAMILY_ROUNDS = 5;
  private static final int WARM_UP_CHANGES = 4_000;
  private static final int CHANGES = 12_000;

  private final Catalogue catalogue = Bundled.catalogue();

  private EngineBench() {}

  /// Measures one size after the other.
  ///
  /// @param arguments the sizes to measure; 10,000 and 100,000 unless given
  public static void main(String[] arguments) {
    EngineBench bench = new EngineBench();
    bench.warmUp();
    List<Double> p95 = new ArrayList<>();
    for (int size : Measured.sizes(arguments)) {
      p95.add(bench.measure(size));
    }
    if (p95.size() > 1) {
      figure("change-p95-ratio", p95.getLast() / p95.getFirst(), "", 2, "");
    }
  }

  /// What the first use of a class leaves on the heap is not the objects' fault.
  private void warmUp() {
    List<Change> objects = Measured.demo(DemoSpec.FEWEST, catalogue);
    Engine engine = engine(DerivedHealthRules.ALL);
    engine.apply(objects);
    engine.current().select(TopologyQuery.ALL, Viewer.EVERYTHING).edges().forEach(_ -> {});
  }

  private double measure(int size) {
    long empty = usedHeap();
    List<Change> objects = Measured.demo(size, catalogue);
    long withRecords = usedHeap();
    String of = "-" + size;
    double perObject = (withRecords - empty) / (double) objects.size();

    double target = size * 0.015;
    Engine engine = fromScratch(objects, DerivedHealthRules.ALL, "scratch", of, target);
    long withEngine = usedHeap();
    double perEngine = (withEngine - withRecords) / (double) objects.size();
    Topology topology = engine.current();
    double perRecord = recordsAlone(size);
    double rest = perObject + perEngine - perRecord;
    figure("record-bytes-per-object" + of, perRecord, "B", 400, "without facts");
    figure("facts-indexes-edges-bytes-per-object" + of, rest, "B", 600, "");
    figure("heap-bytes-per-object" + of, perObject + perEngine, "B", 1_000, "");
    figure("nodes" + of, topology.nodeCount(Viewer.EVERYTHING), "", 0, "");
    figure("edges" + of, topology.edgeCount(Viewer.EVERYTHING), "", 0, "");

    Engine plain = fromScratch(objects, List.of(), "without-derived-health-scratch", of, target);
    changes(plain, objects, "without-derived-health-change-p95" + of);
    families(objects, of);

    double p95 = changes(engine, objects, "change-p95" + of);
    long before = System.nanoTime();
    long edges = engine.current().select(TopologyQuery.ALL, Viewer.EVERYTHING).edges().count();
    figure("select-all-edges" + of, (System.nanoTime() - before) / 1e6, "ms", 0, edges + " edges");
    return p95;
  }

  /// Builds the whole several times over.
  ///
  /// @return the last engine
  private Engine fromScratch(
      List<Change> objects,
      List<? extends DerivedHealth> healthRules,
      String name,
      String of,
      double target) {
    double[] wall = new double[SCRATCH_ROUNDS];
    double[] cpu = new double[SCRATCH_ROUNDS];
    Engine engine = engine(healthRules);
    for (int round = 0; round < SCRATCH_ROUNDS; round++) {
      engine = engine(healthRules);
      System.gc();
      long cpuBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      long before = System.nanoTime();
      engine.apply(objects);
      wall[round] = (System.nanoTime() - before) / 1e6;
      cpu[round] =
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBefore) / 1e6;
    }
    figure(name + "-first-build-wall" + of, wall[0], "ms", target, "");
    figure(name + "-wall" + of, median(wall), "ms", target, spread(wall));
    figure(name + "-cpu" + of, median(cpu), "ms", target, spread(cpu));
    return engine;
  }

  /// An engine as of the instant for which the demo's objects are what they are.
  private Engine engine(List<? extends DerivedHealth> healthRules) {
    Engine engine = new Engine(catalogue.relations(), healthRules);
    engine.apply(List.of(new Change.Now(Measured.AS_OF)));
    return engine;
  }

  /// What the records take without their facts, in bytes per object.
  private double recordsAlone(int size) {
    List<Change> objects = new ArrayList<>(Measured.demo(size, catalogue));
    objects.replaceAll(change -> {
      Resource resource = ((Change.Put) change).resource();
      return new Change.Put(
          Resource.builder(resource.id())
              .version(resource.version())
              .uid(resource.uid())
              .createdAt(resource.createdAt().orElse(null))
              .labels(resource.labels())
              .health(resource.health())
              .features(resource.features())
              .digest(resource.digest())
              .build());
    });
    long with = usedHeap();
    int count = objects.size();
    objects.clear();
    return (with - usedHeap()) / (double) count;
  }

  /// What the relations of each category cost by themselves: the same objects with the facts of
  /// that category only, against the same objects without any.
  private void families(List<Change> objects, String of) {
    Cost none = cost(objects, _ -> false);
    for (RelationType.Category category : RelationType.Category.values()) {
      Cost cost = cost(objects, fact -> categoryOf(fact) == category);
      if (cost.edges == 0) {
        continue;
      }
      String name = "family-" + category.text();
      String edges = cost.edges + " edges";
      figure(name + "-cpu" + of, Math.max(0, cost.millis - none.millis), "ms", 0, edges);
      figure(name + "-heap" + of, (cost.bytes - none.bytes) / 1024.0, "KiB", 0, edges);
    }
  }

  private record Cost(double millis, long bytes, int edges) {}

  /// Medians of building from scratch with some of the facts; offers and permits are in each.
  private Cost cost(List<Change> objects, Predicate<Fact> wanted) {
    List<Change> some = new ArrayList<>(objects.size());
    for (Change change : objects) {
      Resource resource = ((Change.Put) change).resource();
      some.add(
          new Change.Put(
              Resource.builder(resource.id())
                  .version(resource.version())
                  .uid(resource.uid())
                  .labels(resource.labels())
                  .facts(
                      resource.facts().stream()
                          .filter(fact -> categoryOf(fact) == null || wanted.test(fact))
                          .toList())
                  .build()));
    }
    long before = usedHeap();
    double[] millis = new double[FAMILY_ROUNDS];
    Engine engine = engine(DerivedHealthRules.ALL);
    for (int round = 0; round < FAMILY_ROUNDS; round++) {
      engine = engine(DerivedHealthRules.ALL);
      long cpuBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      engine.apply(some);
      millis[round] =
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBefore) / 1e6;
    }
    return new Cost(
        median(millis), usedHeap() - before, engine.current().edgeCount(Viewer.EVERYTHING));
  }

  /// Null for what makes no edge by itself.
  private RelationType.@Nullable Category categoryOf(Fact fact) {
    Relation relation =
        switch (fact) {
          case Fact.Names names -> names.relation();
          case Fact.OwnedBy owned -> owned.relation();
          case Fact.Reaches reaches -> reaches.relation();
          case Fact.Selects selects -> selects.relation();
          case Fact.Places places -> places.relation();
          case Fact.MeansTold means -> means.relation();
          case Fact.Offers _, Fact.Permits _, Fact.Repels _, Fact.Tells _ -> null;
        };
    return relation == null ? null : catalogue.relations().of(relation).category();
  }

  /// Single changes as a cluster makes them: an object goes, comes back, and changes what it says.
  private static double changes(Engine engine, List<Change> objects, String name) {
    Random random = new Random(7);
    double[] micros = new double[WARM_UP_CHANGES + CHANGES];
    for (int step = 0; step < micros.length; step += 2) {
      Resource resource = ((Change.Put) objects.get(random.nextInt(objects.size()))).resource();
      Change first =
          step % 4 == 0
              ? new Change.Gone(resource.id())
              : new Change.Put(
                  Resource.builder(resource.id())
                      .version(resource.version())
                      .uid(resource.uid())
                      .facts(resource.facts().subList(0, resource.factCount() / 2))
                      .build());
      micros[step] = timed(engine, first);
      micros[step + 1] = timed(engine, new Change.Put(resource));
    }
    double[] counted = Arrays.copyOfRange(micros, WARM_UP_CHANGES, micros.length);
    Arrays.sort(counted);
    double p95 = counted[counted.length * 95 / 100];
    String rest =
        String.format(
            Locale.ROOT,
            "median %.1f, p99 %.1f, worst %.1f",
            counted[counted.length / 2],
            counted[counted.length * 99 / 100],
            counted[counted.length - 1]);
    figure(name, p95, "us", 1_000, rest);
    return p95;
  }

  private static double timed(Engine engine, Change change) {
    long before = System.nanoTime();
    engine.apply(List.of(change));
    return (System.nanoTime() - before) / 1e3;
  }
}
