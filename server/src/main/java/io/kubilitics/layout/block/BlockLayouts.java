package io.kubilitics.layout.block;

import io.kubilitics.layout.block.BlockGeometry.Method;
import io.kubilitics.layout.block.Layered.Effort;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lays out blocks, and remembers the layouts of the shapes used last: apps look alike, and names
/// are no part of a shape. One for all clusters; safe for threads. Closing ends its own threads.
///
/// A block of up to 150 boxes and 600 links goes through the layered algorithm; up to 400 boxes and
/// 800 links with little effort for any part that is larger than that; a larger one is laid out in
/// columns. So is one the layered algorithm fails with, or does not finish within two minutes; its
/// shape is then not tried again. That limit is a hundred times what the worst allowed block takes:
/// it only ends what would hang, and does not make the result depend on how busy the machine is.
public final class BlockLayouts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BlockLayouts.class);
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final long REMEMBERED_NUMBERS = 1_000_000;
  private static final int FULL_BOXES = 150;
  private static final int FULL_LINKS = 600;
  private static final int CHEAP_BOXES = 400;
  private static final int CHEAP_LINKS = 800;

  private final Layered layered;
  private final LimitedPool pool;
  private final ShapeCache cache;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final LongAdder fallbacks = new LongAdder();

  /// With as many threads as the machine has cores.
  public BlockLayouts() {
    this(Runtime.getRuntime().availableProcessors());
  }

  public BlockLayouts(int threads) {
    this(threads, new ElkLayered(), LIMIT, REMEMBERED_NUMBERS);
  }

  BlockLayouts(int threads, Layered layered, Duration limit, long rememberedNumbers) {
    this.layered = layered;
    this.pool = new LimitedPool(threads, limit);
    this.cache = new ShapeCache(rememberedNumbers);
  }

  /// Waits until the block is laid out.
  ///
  /// @throws IllegalStateException when closed
  public BlockGeometry lay(BlockGraph graph) {
    return lay(List.of(graph)).getFirst();
  }

  /// Waits until all blocks are laid out, several at a time.
  ///
  /// @return in the order of the graphs
  /// @throws IllegalStateException when closed
  public List<BlockGeometry> lay(List<BlockGraph> graphs) {
    Map<Shape, Placed> known = new LinkedHashMap<>();
    Map<Shape, LimitedPool.Run<Placed>> runs = new LinkedHashMap<>();
    for (BlockGraph graph : graphs) {
      Shape shape = graph.shape();
      if (known.containsKey(shape) || runs.containsKey(shape)) {
        hits.increment();
        continue;
      }
      Optional<Placed> remembered = cache.get(shape);
      remembered.ifPresentOrElse(
          placed -> known.put(shape, placed),
          () -> runs.put(shape, pool.submit(() -> fresh(shape))));
      (remembered.isPresent() ? hits : misses).increment();
    }
    runs.forEach((shape, run) -> known.put(shape, finished(shape, run)));
    return graphs.stream()
        .map(graph -> new BlockGeometry(graph, Objects.requireNonNull(known.get(graph.shape()))))
        .toList();
  }

  /// How many blocks had a shape that was known.
  public long hits() {
    return hits.sum();
  }

  /// How many blocks had a new shape.
  public long misses() {
    return misses.sum();
  }

  /// How many shapes were laid out in columns, because of their size or a failure.
  public long fallbacks() {
    return fallbacks.sum();
  }

  @Override
  public void close() {
    pool.close();
  }

  private Placed finished(Shape shape, LimitedPool.Run<Placed> run) {
    Placed placed = result(shape, run);
    if (placed.method() == Method.COLUMNS) {
      fallbacks.increment();
    }
    cache.put(shape, placed);
    return placed;
  }

  private Placed result(Shape shape, LimitedPool.Run<Placed> run) {
    try {
      return run.await();
    } catch (LimitedPool.FailedException e) {
      cache.fail(shape);
      LOG.warn(
          "A block of {} boxes and {} lines is laid out in columns: {}",
          shape.boxes(),
          shape.links(),
          e.getMessage(),
          e.getCause());
      return inColumns(shape);
    }
  }

  private Placed fresh(Shape shape) {
    int boxes = shape.boxes();
    int links = shape.links();
    if (boxes > CHEAP_BOXES || links > CHEAP_LINKS || cache.hasFailed(shape)) {
      return inColumns(shape);
    }
    return Assembly.of(
        shape,
        fitForFullEffort(shape) ? Method.LAYERED : Method.LAYERED_CHEAP,
        part -> layered.lay(part, fitForFullEffort(part) ? Effort.FULL : Effort.LITTLE));
  }

  private static boolean fitForFullEffort(Shape shape) {
    return shape.boxes() <= FULL_BOXES && shape.links() <= FULL_LINKS;
  }

  private static Placed inColumns(Shape shape) {
    return Assembly.of(shape, Method.COLUMNS, Columns::lay);
  }
}
