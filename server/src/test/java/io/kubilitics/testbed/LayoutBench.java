package io.kubilitics.testbed;

import static io.kubilitics.testbed.Measured.figure;
import static io.kubilitics.testbed.Measured.median;
import static io.kubilitics.testbed.Measured.spread;
import static io.kubilitics.testbed.Measured.usedHeap;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.extension.Bundled;
import io.kubilitics.layout.Layout;
import io.kubilitics.layout.Touched;
import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.block.MapComparison;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.model.Change;
import io.kubilitics.model.Health;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.source.demo.DemoSpec;
import io.kubilitics.topology.Engine;
import io.kubilitics.topology.Network;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// Measures the layout: from scratch in a Java machine that has just been started and in a warm
/// one, after changes, its memory, and on clusters of odd shapes. Prints one JSON line for each
/// figure.
public final class LayoutBench {
  private static final String COLD = "cold";
  private static final int WARM_UP_ROUNDS = 5;
  private static final int ROUNDS = 9;
  private static final int CHANGES = 400;
  private static final Map<Integer, Double> COLD_TARGETS =
      Map.of(1_000, 1_000.0, 10_000, 2_000.0, 100_000, 5_000.0);
  private static final Map<Integer, Double> WARM_TARGETS =
      Map.of(1_000, 100.0, 10_000, 400.0, 100_000, 1_500.0);
  private static final Map<Integer, Double> CHANGE_TARGETS = Map.of(1, 10.0, 10, 60.0, 100, 150.0);

  private final Catalogue catalogue = Bundled.catalogue();

  private LayoutBench() {}

  /// Measures one size after the other, then the shapes.
  ///
  /// @param arguments the sizes to measure; 1,000, 10,000 and 100,000 unless given
  public static void main(String[] arguments) throws IOException, InterruptedException {
    LayoutBench bench = new LayoutBench();
    if (arguments.length == 2 && arguments[0].equals(COLD)) {
      bench.printCold(Integer.parseInt(arguments[1]));
      return;
    }
    List<Integer> sizes =
        arguments.length == 0 ? List.of(1_000, 10_000, 100_000) : Measured.sizes(arguments);
    bench.warmUp();
    for (int size : sizes) {
      bench.cold(size);
      bench.measure(size);
    }
    bench.againstFlat();
    if (arguments.length == 0) {
      for (LayoutShape shape : LayoutShape.values()) {
        bench.shape(shape);
      }
    }
  }

  private Engine engine(List<Change> objects) {
    Engine engine = new Engine(catalogue.relations());
    engine.apply(objects);
    return engine;
  }

  private static Network network(Engine engine) {
    return engine.current().network(Viewer.EVERYTHING);
  }

  private static double millisSince(long before) {
    return (System.nanoTime() - before) / 1e6;
  }

  private void warmUp() {
    try (BlockLayouts blockLayouts = new BlockLayouts()) {
      Engine engine = engine(Measured.demo(DemoSpec.FEWEST, catalogue));
      Layout.fresh(Arrangement.NAMESPACE, network(engine), 1, blockLayouts);
    }
  }

  private void printCold(int size) {
    Engine engine = engine(Measured.demo(size, catalogue));
    long before = System.nanoTime();
    try (BlockLayouts blockLayouts = new BlockLayouts()) {
      Layout.fresh(Arrangement.NAMESPACE, network(engine), 1, blockLayouts);
      System.out.println(millisSince(before));
    }
  }

  /// The first layout of a Java machine, in machines of its own.
  private void cold(int size) throws IOException, InterruptedException {
    double[] millis = new double[3];
    for (int round = 0; round < millis.length; round++) {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(List.of(LayoutBench.class.getName(), COLD, Integer.toString(size)));
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new IOException("the machine ended with " + process.exitValue());
      }
      millis[round] = Double.parseDouble(output.lines().toList().getLast());
    }
    figure(
        "layout-cold-" + size,
        median(millis),
        "ms",
        COLD_TARGETS.getOrDefault(size, 0.0),
        spread(millis));
  }

  private void measure(int size) {
    List<Change> objects = Measured.demo(size, catalogue);
    Engine engine = engine(objects);
    Network network = network(engine);
    double[] known = new double[ROUNDS];
    double[] unknown = new double[ROUNDS];
    try (BlockLayouts shared = new BlockLayouts()) {
      for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
        try (BlockLayouts own = new BlockLayouts()) {
          double first = fresh(network, own);
          double second = fresh(network, shared);
          if (round >= 0) {
            unknown[round] = first;
            known[round] = second;
          }
        }
      }
      double target = WARM_TARGETS.getOrDefault(size, 0.0);
      figure("layout-warm-" + size, median(unknown), "ms", target, spread(unknown));
      figure("layout-warm-shapes-known-" + size, median(known), "ms", target, spread(known));
      for (int changed : List.of(1, 10, 100)) {
        changes(engine, objects, changed, size, shared);
      }
      heap(network, size, shared);
    }
  }

  private static double fresh(Network network, BlockLayouts blockLayouts) {
    long before = System.nanoTime();
    Layout.fresh(Arrangement.NAMESPACE, network, 1, blockLayouts);
    return millisSince(before);
  }

  private static void heap(Network network, int size, BlockLayouts shared) {
    long without = usedHeap();
    Layout layout = new Layout(Arrangement.NAMESPACE, shared);
    layout.start(network, 1);
    double bytes = (usedHeap() - without) / (double) size;
    figure("layout-heap-bytes-per-object-" + size, bytes, "B", 0, "one arrangement, with its plan");
    if (layout.plan().frames().isEmpty()) {
      throw new IllegalStateException("an empty plan");
    }
  }

  /// A third of the changed objects are Pods that are replaced, a third say another health, a third
  /// go and come back.
  private void changes(
      Engine engine, List<Change> objects, int changed, int size, BlockLayouts shared) {
    Touched[] touched = {new Touched()};
    engine.listen((_, delta) -> touched[0].add(delta));
    Layout layout = new Layout(Arrangement.NAMESPACE, shared);
    layout.start(network(engine), engine.current().revision());
    Random random = new Random(7);
    double[] millis = new double[CHANGES];
    for (int step = -CHANGES; step < CHANGES; step++) {
      List<Change> there = new ArrayList<>();
      List<Change> back = new ArrayList<>();
      for (int at = 0; at < changed; at++) {
        Resource resource = ((Change.Put) objects.get(random.nextInt(objects.size()))).resource();
        there.add(edit(resource, step + at));
        back.add(new Change.Put(resource));
        if (there.getLast() instanceof Change.Put put
            && !put.resource().id().equals(resource.id())) {
          back.add(new Change.Gone(put.resource().id()));
        }
      }
      engine.apply(there);
      double took = follow(layout, engine, touched);
      if (step >= 0) {
        millis[step] = took;
      }
      engine.apply(back);
      follow(layout, engine, touched);
    }
    Arrays.sort(millis);
    figure(
        "layout-" + changed + "-changed-p95-" + size,
        millis[millis.length * 95 / 100],
        "ms",
        CHANGE_TARGETS.getOrDefault(changed, 0.0),
        String.format(
            Locale.ROOT, "median %.2f, worst %.1f", median(millis), millis[millis.length - 1]));
  }

  private static double follow(Layout layout, Engine engine, Touched[] touched) {
    Touched what = touched[0];
    touched[0] = new Touched();
    Network network = network(engine);
    long before = System.nanoTime();
    layout.follow(network, engine.current().revision(), what);
    return millisSince(before);
  }

  private static Change edit(Resource resource, int step) {
    return switch (Math.floorMod(step, 3)) {
      case 0 ->
          new Change.Put(
              copy(resource, resource.id(), new Health(Health.Status.DEGRADED, "Edited", "")));
      case 1 -> new Change.Gone(resource.id());
      default -> {
        ResourceId id = resource.id();
        yield new Change.Put(
            copy(
                resource,
                new ResourceId(id.kind(), id.namespace(), id.name() + "-other"),
                resource.health()));
      }
    };
  }

  private static Resource copy(Resource of, ResourceId id, Health health) {
    return Resource.builder(id)
        .version(of.version())
        .createdAt(of.createdAt().orElse(null))
        .labels(of.labels())
        .health(health)
        .facts(of.facts())
        .features(of.features())
        .digest(of.digest() + 1)
        .build();
  }

  /// The map of 1,000 objects against one layered run: over the same cards and lines, and over all
  /// objects and edges.
  private void againstFlat() {
    Engine engine = engine(Measured.demo(1_000, catalogue));
    Network network = network(engine);
    try (BlockLayouts blockLayouts = new BlockLayouts()) {
      MapComparison maps =
          new MapComparison(Layout.fresh(Arrangement.NAMESPACE, network, 1, blockLayouts));
      MapComparison.Cost blocks = maps.blocks();
      MapComparison.Cost cards = maps.flat();
      long before = System.nanoTime();
      MapComparison.Cost all = MapComparison.flat(network);
      figure("flat-layered-1000", millisSince(before), "ms", 0, all.lines() + " lines");
      String flat = "flat: %d; with all objects and edges: %d";
      figure(
          "layout-crossings-1000",
          (double) blocks.crossings(),
          "",
          (double) all.crossings(),
          flat.formatted(cards.crossings(), all.crossings()));
      figure(
          "layout-mean-line-1000",
          (double) blocks.meanLength(),
          "",
          (double) all.meanLength(),
          flat.formatted(cards.meanLength(), all.meanLength()));
      figure(
          "layout-fill-1000",
          (double) blocks.fillPercent(),
          "%",
          0,
          flat.formatted(cards.fillPercent(), all.fillPercent()));
    }
  }

  private void shape(LayoutShape shape) {
    Engine engine = engine(shape.objects());
    Network network = network(engine);
    try (BlockLayouts blockLayouts = new BlockLayouts()) {
      double[] millis = new double[3];
      for (int round = 0; round < millis.length; round++) {
        millis[round] = fresh(network, blockLayouts);
      }
      figure(
          "layout-shape-" + shape.text(),
          median(millis),
          "ms",
          WARM_TARGETS.getOrDefault(100_000, 0.0),
          spread(millis));
      Touched[] touched = {new Touched()};
      engine.listen((_, delta) -> touched[0].add(delta));
      Layout layout = new Layout(Arrangement.NAMESPACE, blockLayouts);
      layout.start(network, 1);
      touched[0] = new Touched();
      List<Change> objects = shape.objects();
      Random random = new Random(7);
      double[] changes = new double[60];
      for (int step = 0; step < changes.length; step++) {
        Resource resource = ((Change.Put) objects.get(random.nextInt(objects.size()))).resource();
        engine.apply(List.of(edit(resource, step)));
        changes[step] = follow(layout, engine, touched);
      }
      Arrays.sort(changes);
      figure(
          "layout-shape-" + shape.text() + "-1-changed-p95",
          changes[changes.length * 95 / 100],
          "ms",
          CHANGE_TARGETS.getOrDefault(1, 0.0),
          spread(changes));
    }
  }
}
