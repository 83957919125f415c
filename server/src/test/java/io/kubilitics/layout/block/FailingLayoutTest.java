package io.kubilitics.layout.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.layout.block.BlockGeometry.Method;
import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.testbed.LogLines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class FailingLayoutTest {
  private static final long REMEMBERED = 1L << 20;

  @ParameterizedTest
  @ValueSource(
      classes = {
        IllegalStateException.class,
        StackOverflowError.class,
        AssertionError.class,
        NoClassDefFoundError.class
      })
  void whatFailsIsLaidOutInColumnsAndToldOnce(Class<? extends Throwable> failure) {
    AtomicInteger tries = new AtomicInteger();
    Layered failing =
        (_, _) -> {
          tries.incrementAndGet();
          throw sneaky(failure);
        };
    // Remembers no layout, so that only the memory for failures can help.
    try (BlockLayouts layouts = new BlockLayouts(2, failing, Duration.ofMinutes(1), 0);
        LogLines log = LogLines.all()) {
      BlockGeometry geometry = layouts.lay(graph(Sketches.web()));
      BlockGeometry again = layouts.lay(graph(Sketches.web()));

      assertClean(geometry, Sketches.web());
      assertThat(again.box(0)).isEqualTo(geometry.box(0));
      assertThat(tries).hasValue(1);
      assertThat(layouts.fallbacks()).isEqualTo(2);
      assertThat(lines(log)).isOne();
      assertThat(log.text()).contains("A block of 8 boxes and 7 lines is laid out in columns");
    }
  }

  @Test
  void aHangingLayoutIsGivenUpAndTheThreadReplaced() {
    Layered elk = new ElkLayered();
    Layered hanging =
        (part, effort) -> {
          if (part.boxes() == 8) {
            sleepLong();
          }
          return elk.lay(part, effort);
        };
    // The other one is laid out within the limit on a busy machine, too: it has been before.
    assertThat(elk.lay(graph(Sketches.search()).shape(), Layered.Effort.FULL).method())
        .isEqualTo(Method.LAYERED);
    try (BlockLayouts layouts = new BlockLayouts(1, hanging, Duration.ofSeconds(5), REMEMBERED);
        LogLines log = LogLines.all()) {
      List<BlockGeometry> geometries =
          layouts.lay(List.of(graph(Sketches.web()), graph(Sketches.search())));

      assertClean(geometries.getFirst(), Sketches.web());
      assertThat(geometries.getLast().method()).isEqualTo(Method.LAYERED);
      assertThat(lines(log)).isOne();
    }
  }

  @Test
  void layoutsThatCannotBeStoppedDoNotStopTheOthers() {
    AtomicBoolean stop = new AtomicBoolean();
    Layered spinning =
        (_, _) -> {
          while (!stop.get()) {
            Thread.onSpinWait();
          }
          throw new IllegalStateException("stopped");
        };
    try (BlockLayouts layouts = new BlockLayouts(2, spinning, Duration.ofMillis(20), REMEMBERED)) {
      List<BlockGraph> graphs =
          IntStream.range(1, 30).mapToObj(width -> graph(Sketches.fan(width))).toList();
      List<BlockGeometry> geometries = layouts.lay(graphs);

      assertThat(geometries).extracting(BlockGeometry::method).containsOnly(Method.COLUMNS);
      assertThat(layouts.lay(graph(Sketches.web())).method()).isEqualTo(Method.COLUMNS);
    } finally {
      stop.set(true);
    }
  }

  @Test
  void anUncleanLayoutIsNotUsed() {
    Shape shape = graph(Sketches.web()).shape();
    Placed good = new ElkLayered().lay(shape, Layered.Effort.FULL);
    assertThat(Clean.is(shape, good)).isTrue();

    for (int box = 1; box < shape.boxes(); box++) {
      List<Rect> moved = new ArrayList<>(good.boxes());
      moved.set(box, moved.get(box - 1));
      assertThat(Clean.is(shape, new Placed(good.size(), moved, good.routes(), good.method())))
          .isFalse();
    }
    List<List<Point>> routes = new ArrayList<>(good.routes());
    routes.set(0, routes.get(1));
    assertThat(Clean.is(shape, new Placed(good.size(), good.boxes(), routes, good.method())))
        .isFalse();
  }

  @Test
  void closingEndsTheWaitOfAll() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    Layered hanging =
        (_, _) -> {
          busy.countDown();
          sleepLong();
          throw new IllegalStateException("not reached");
        };
    BlockLayouts layouts = new BlockLayouts(1, hanging, Duration.ofMinutes(5), REMEMBERED);
    List<BlockGraph> graphs = List.of(graph(Sketches.web()), graph(Sketches.search()));
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> running = callers.submit(() -> layouts.lay(graphs.getFirst()));
      busy.await();
      Future<?> queued = callers.submit(() -> layouts.lay(graphs.getLast()));
      while (layouts.misses() < 2) {
        Thread.onSpinWait();
      }
      layouts.close();

      for (Future<?> caller : List.of(running, queued)) {
        assertThatThrownBy(caller::get).hasCauseInstanceOf(IllegalStateException.class);
      }
    }
  }

  @Test
  void memoryThatRunsOutIsNotHidden() {
    Layered failing =
        (_, _) -> {
          throw new OutOfMemoryError("for the test");
        };
    try (BlockLayouts layouts = new BlockLayouts(1, failing, Duration.ofMinutes(1), REMEMBERED)) {
      assertThatThrownBy(() -> layouts.lay(graph(Sketches.web())))
          .isInstanceOf(OutOfMemoryError.class);
    }
  }

  @Test
  void anInterruptedCallerGetsTheSameLayout() {
    try (BlockLayouts layouts = new BlockLayouts(1)) {
      Thread.currentThread().interrupt();
      BlockGeometry geometry = layouts.lay(graph(Sketches.web()));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(geometry.method()).isEqualTo(Method.LAYERED);
    }
  }

  private static BlockGraph graph(Sketch sketch) {
    return BlockGraph.of(sketch.boxes(), sketch.lines());
  }

  private static void assertClean(BlockGeometry geometry, Sketch sketch) {
    assertThat(geometry.method()).isEqualTo(Method.COLUMNS);
    Verified verified = Verified.of(sketch.boxes(), sketch.lines(), geometry);
    assertThat(verified.faults()).isEmpty();
    assertThat(verified.drawn()).isEqualTo(sketch.lines().size());
  }

  private static long lines(LogLines log) {
    return Pattern.compile("is laid out in columns").matcher(log.text()).results().count();
  }

  private static void sleepLong() {
    try {
      Thread.sleep(Duration.ofMinutes(5));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Only unchecked ones are used here.
  private static RuntimeException sneaky(Class<? extends Throwable> failure) {
    try {
      Throwable thrown = failure.getDeclaredConstructor().newInstance();
      if (thrown instanceof Error error) {
        throw error;
      }
      return (RuntimeException) thrown;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
