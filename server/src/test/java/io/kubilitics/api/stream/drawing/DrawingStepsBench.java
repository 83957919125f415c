package io.kubilitics.api.stream.drawing;

import io.kubilitics.api.stream.Edition;
import io.kubilitics.api.stream.Piece;
import io.kubilitics.export.DrawingDocument;
import io.kubilitics.extension.Bundled;
import io.kubilitics.layout.Layout;
import io.kubilitics.layout.Touched;
import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.drawing.Composer;
import io.kubilitics.layout.drawing.Shown;
import io.kubilitics.layout.drawing.SideBySide;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.layout.street.Streets;
import io.kubilitics.model.Change;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Health;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.model.drawing.Street;
import io.kubilitics.session.KindAppearance;
import io.kubilitics.testbed.Measured;
import io.kubilitics.topology.Engine;
import io.kubilitics.topology.Network;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Measures what one revision costs a drawing channel, and what it would cost to draw everything
/// anew: CPU time of the calling thread. Prints a line for each level.
public final class DrawingStepsBench {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final List<Health.Status> HEALTH = List.of(Health.Status.values());
  private static final int ROUNDS = 120;
  private static final int CHANGED = 2;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final BlockLayouts blockLayouts = new BlockLayouts();
  private final Engine engine = new Engine(Bundled.catalogue().relations());
  private final Layout layout = new Layout(Arrangement.NAMESPACE, blockLayouts);
  private final KindAppearance appearance = new KindAppearance(Bundled.catalogue());
  private final List<Change> objects;
  private final Random random = new Random(3);
  private Touched touched = new Touched();

  private DrawingStepsBench(int size) {
    objects = Measured.demo(size, Bundled.catalogue());
    engine.apply(objects);
    engine.listen((_, delta) -> touched.add(delta));
    touched = new Touched();
    layout.start(network(), engine.current().revision());
  }

  /// Measures.
  ///
  /// @param arguments the sizes; 10,000 and 50,000 unless given
  public static void main(String[] arguments) throws IOException {
    List<String> sizes = arguments.length == 0 ? List.of("10000", "50000") : List.of(arguments);
    for (String size : sizes) {
      DrawingStepsBench bench = new DrawingStepsBench(Integer.parseInt(size));
      for (Level level : Level.values()) {
        bench.measure(size, level);
      }
      bench.blockLayouts.close();
    }
  }

  private Network network() {
    return engine.current().network(Viewer.EVERYTHING);
  }

  private Shown shown(Level level) {
    return new Shown(
        new ClusterId("b"), NOW, level, null, Shown.EVERYTHING, List.of(), List.of(), appearance);
  }

  private void measure(String size, Level level) throws IOException {
    double[] before = new double[5];
    for (int round = -3; round < before.length; round++) {
      long begin = THREADS.getCurrentThreadCpuTime();
      List<Street> streets =
          level == Level.NAMESPACES || level == Level.APPS
              ? Streets.of(layout.plan(), network(), Shown.EVERYTHING, level).in(null)
              : List.of();
      Region region = Composer.compose(layout.plan(), network(), shown(level), streets);
      DrawingDocument.write(
          SideBySide.drawing(level, List.of(region), null, null),
          "e",
          "keep",
          OutputStream.nullOutputStream());
      if (round >= 0) {
        before[round] = millisSince(begin);
      }
    }
    DrawingSteps steps = new DrawingSteps(level, System::nanoTime);
    long begin = THREADS.getCurrentThreadCpuTime();
    follow(steps, Touched.everything());
    double first = millisSince(begin);
    double[] after = new double[ROUNDS];
    long told = 0;
    long bytes = 0;
    for (int round = -ROUNDS / 3; round < ROUNDS; round++) {
      Touched since = edit();
      Edition last = steps.latest().orElseThrow();
      begin = THREADS.getCurrentThreadCpuTime();
      follow(steps, since);
      Edition edition = steps.latest().orElseThrow();
      for (String topic : edition.changedSince(last.revision())) {
        Piece piece = edition.delta(topic, last.revision(), 0);
        bytes += piece.json().length();
        told++;
      }
      if (round >= 0) {
        after[round] = millisSince(begin);
      }
    }
    Arrays.sort(before);
    Arrays.sort(after);
    System.out.printf(
        Locale.ROOT,
        "%s objects, level %d: all anew %.1f ms; first edition %.1f ms; a step of %d changes median"
            + " %.2f, p95 %.2f, worst %.1f ms (%d topics, %d bytes a step)%n",
        size,
        level.number(),
        before[before.length / 2],
        first,
        CHANGED,
        after[ROUNDS / 2],
        after[ROUNDS * 95 / 100],
        after[ROUNDS - 1],
        told / (ROUNDS * 4 / 3),
        bytes / (ROUNDS * 4 / 3));
  }

  private static double millisSince(long begin) {
    return (THREADS.getCurrentThreadCpuTime() - begin) / 1e6;
  }

  private void follow(DrawingSteps steps, Touched since) {
    steps.follow(
        layout.plan(), network(), shown(steps.level()), since.disturbance(), !since.isEmpty());
  }

  /// Two Pods at 20 changes a second and a beat of 100 ms: one says another health, one is replaced
  /// or comes back.
  private Touched edit() {
    List<Change> changes = new ArrayList<>();
    while (changes.size() < CHANGED) {
      Resource of = ((Change.Put) objects.get(random.nextInt(objects.size()))).resource();
      if (!of.kind().name().equals("Pod")) {
        continue;
      }
      if (changes.isEmpty()) {
        changes.add(
            new Change.Put(
                copy(of, new Health(HEALTH.get(random.nextInt(HEALTH.size())), "Edited", ""))));
      } else {
        changes.add(
            random.nextBoolean()
                ? new Change.Gone(of.id())
                : new Change.Put(copy(of, of.health())));
      }
    }
    engine.apply(changes);
    Touched since = touched;
    touched = new Touched();
    layout.follow(network(), engine.current().revision(), since);
    return since;
  }

  private Resource copy(Resource of, Health health) {
    ResourceId id = of.id();
    return Resource.builder(id)
        .version(of.version())
        .createdAt(of.createdAt().orElse(null))
        .labels(of.labels())
        .health(health)
        .facts(of.facts())
        .features(of.features())
        .digest(random.nextLong())
        .build();
  }
}
