package io.kubilitics.source.demo;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.catalogue.Extractor;
import io.kubilitics.catalogue.TreeTokens;
import io.kubilitics.model.Body;
import io.kubilitics.model.ResourceId;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.SourceListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A cluster without a cluster: the objects of a [DemoCluster], and its life while it is served. It
/// says nothing about kinds: everything is known.
///
/// [#open] hands over the first objects on the caller's thread, in the same order whatever number
/// of threads reads them; an interrupt ends that early, and there is no life then. Life goes on in
/// a thread of its own until [#close].
public final class DemoSource implements ResourceSource {
  /// The pace at which the demo lives unless told otherwise: two changed objects each second.
  public static final Duration USUAL_PACE = Duration.ofMillis(500);

  private static final Logger LOG = LoggerFactory.getLogger(DemoSource.class);
  private static final int OBJECTS_AT_ONCE = 500;
  private static final int CHUNKS_AHEAD_PER_THREAD = 2;

  private final DemoSpec spec;
  private final Catalogue catalogue;
  private final Instant born;
  private final Duration perChange;
  private final @Nullable Pace pace;
  private final int threads;
  private volatile boolean closed;
  private volatile @Nullable Thread life;

  /// Also the lock under which it steps, and under which a body is written of it.
  private volatile @Nullable DemoCluster world;

  private DemoSource(
      DemoSpec spec,
      Catalogue catalogue,
      Instant born,
      Duration perChange,
      @Nullable Pace pace,
      int threads) {
    this.spec = spec;
    this.catalogue = catalogue;
    this.born = born;
    this.perChange = perChange;
    this.pace = pace;
    this.threads = threads;
  }

  /// A demo in which nothing happens.
  ///
  /// @param born the instant as of which the objects are what they are
  public static DemoSource still(DemoSpec spec, Catalogue catalogue, Instant born) {
    return still(spec, catalogue, born, Runtime.getRuntime().availableProcessors());
  }

  static DemoSource still(DemoSpec spec, Catalogue catalogue, Instant born, int threads) {
    return new DemoSource(spec, catalogue, born, USUAL_PACE, null, threads);
  }

  /// A demo that lives.
  ///
  /// @param born the world's time when life begins
  /// @param perChange how long on average one changed object takes
  public static DemoSource alive(
      DemoSpec spec, Catalogue catalogue, Instant born, Duration perChange) {
    return alive(
        spec, catalogue, born, perChange, Pace.real(), Runtime.getRuntime().availableProcessors());
  }

  static DemoSource alive(
      DemoSpec spec,
      Catalogue catalogue,
      Instant born,
      Duration perChange,
      Pace pace,
      int threads) {
    return new DemoSource(spec, catalogue, born, perChange, pace, threads);
  }

  @Override
  public void open(SourceListener listener) {
    DemoCluster cluster = DemoCluster.of(spec, born, perChange);
    try (ExecutorService readers =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().name("demo-reader-", 0).factory())) {
      handOver(cluster, readers, listener);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return;
    }
    cluster.firstReports().forEach(listener::event);
    world = cluster;
    if (pace != null) {
      begin(new Lifetime(cluster, pace, listener));
    }
  }

  private synchronized void begin(Lifetime lifetime) {
    if (!closed) {
      life = Thread.ofPlatform().name("demo-life").daemon().start(lifetime);
    }
  }

  private void handOver(DemoCluster cluster, ExecutorService readers, SourceListener listener)
      throws InterruptedException {
    Deque<Future<Harvest>> ahead = new ArrayDeque<>();
    int next = 0;
    while (!closed && (next < cluster.sections() || !ahead.isEmpty())) {
      while (next < cluster.sections() && ahead.size() < threads * CHUNKS_AHEAD_PER_THREAD) {
        int from = next;
        next = endOfChunk(cluster, from);
        int to = next;
        ahead.add(readers.submit(() -> read(cluster, from, to)));
      }
      harvested(ahead.removeFirst()).tell(listener);
    }
  }

  private static int endOfChunk(DemoCluster cluster, int from) {
    int to = from;
    int objects = 0;
    while (to < cluster.sections() && objects < OBJECTS_AT_ONCE) {
      objects += cluster.sizeOf(to);
      to++;
    }
    return to;
  }

  private Harvest read(DemoCluster cluster, int from, int to) {
    Extractor extractor = catalogue.extractor();
    Harvest harvest = new Harvest();
    for (int section = from; section < to; section++) {
      cluster.section(section).forEach(body -> harvest.put(body, extractor));
    }
    return harvest;
  }

  private static Harvest harvested(Future<Harvest> reading) throws InterruptedException {
    try {
      return reading.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public Optional<Body> body(ResourceId id) {
    DemoCluster cluster = world;
    if (cluster == null) {
      throw new ProblemException(
          new Problem.Unreadable(spec.toString(), "is still being read; try again"));
    }
    Optional<Map<String, Object>> body;
    synchronized (cluster) {
      body = cluster.object(id);
    }
    return body.flatMap(tree -> catalogue.bodies().read(TreeTokens.of(tree), id));
  }

  @Override
  public void close() {
    Thread living;
    synchronized (this) {
      closed = true;
      living = life;
    }
    if (living == null || living.equals(Thread.currentThread())) {
      return;
    }
    living.interrupt();
    try {
      living.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// The thread of life.
  private final class Lifetime implements Runnable {
    private final DemoCluster cluster;
    private final Pace pace;
    private final SourceListener listener;
    private final Extractor extractor = catalogue.extractor();

    Lifetime(DemoCluster cluster, Pace pace, SourceListener listener) {
      this.cluster = cluster;
      this.pace = pace;
      this.listener = listener;
    }

    @Override
    public void run() {
      try {
        while (!closed) {
          live();
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException e) {
        LOG.error("{}: nothing happens any more", spec, e);
      }
    }

    private void live() throws InterruptedException {
      DemoStep step;
      synchronized (cluster) {
        step = cluster.step();
      }
      pace.pass(step.lasts());
      Harvest harvest = new Harvest();
      step.changes().forEach(change -> harvest.add(change, extractor));
      step.heartbeats().forEach(change -> harvest.add(change, extractor));
      if (!closed) {
        harvest.tell(listener);
        step.events().forEach(listener::event);
      }
    }
  }
}
