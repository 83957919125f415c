package io.kubilitics.source.cluster;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.Kind;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.cluster.discovery.Discovery;
import io.kubilitics.source.cluster.discovery.Presence;
import io.kubilitics.source.cluster.discovery.Served;
import io.kubilitics.source.cluster.discovery.ServedKind;
import io.kubilitics.source.cluster.feed.ClusterFeeds;
import io.kubilitics.source.cluster.feed.ListSlots;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A cluster that is being read: its plan with the one thread that it has, and the questions that
/// are put to the server beside the lists, each on a thread of its own.
final class ClusterReading implements Questions, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClusterReading.class);

  /// Kinds that are looked at from time to time must not keep those waiting that are read.
  private static final int LOOKS_AT_ONCE = 2;

  private static final Duration END = Duration.ofSeconds(10);

  private final String cluster;
  private final Line line;
  private final Voice voice;
  private final Catalogue catalogue;
  private final ClusterFeeds feeds;
  private final ReadingPlan plan;
  private final Rediscovery rediscovery;
  private final ScheduledThreadPoolExecutor thread;
  private final ExecutorService askers;
  private final Semaphore looks = new Semaphore(LOOKS_AT_ONCE, true);
  private final Set<Kind> wanted = ConcurrentHashMap.newKeySet();
  private volatile Map<Kind, ServedKind> paths = Map.of();
  private volatile String home;
  private volatile String context;
  private volatile String host;

  /// @param place where it is, who is asked and what for
  ClusterReading(
      String cluster,
      boolean isAlive,
      Line line,
      Voice voice,
      Catalogue catalogue,
      Tempo tempo,
      Place place) {
    this.cluster = cluster;
    this.line = line;
    this.voice = voice;
    this.catalogue = catalogue;
    home = place.home();
    context = place.context();
    host = place.host();
    feeds =
        ClusterFeeds.open(
            cluster, line, catalogue, tempo.feed(), tempo.clock(), tempo.random().split());
    thread =
        new ScheduledThreadPoolExecutor(1, Thread.ofVirtual().name("plan-" + cluster).factory());
    thread.setRemoveOnCancelPolicy(true);
    askers =
        Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("ask-" + cluster + "-", 0).factory());
    plan =
        new ReadingPlan(
            isAlive,
            catalogue,
            new OfFeeds(feeds),
            voice,
            tempo.cluster(),
            this,
            tempo.clock(),
            tempo.random().split());
    rediscovery = new Rediscovery(tempo.cluster(), this::schedule, this::discover);
  }

  /// @param home the namespace where the user works
  record Place(String context, String host, String home) {}

  /// The cluster is reached in another way.
  ///
  /// @param isElsewhere whether another server may be behind it, perhaps of another cluster
  void moved(Place place, boolean isElsewhere) {
    home = place.home();
    context = place.context();
    host = place.host();
    post(() -> {
      plan.doubtRights();
      if (isElsewhere) {
        plan.relist();
      }
      rediscovery.now();
    });
  }

  /// The server answers again after it did not.
  void serverIsBack() {
    feeds.serverIsBack();
    post(() -> {
      plan.doubtRights();
      rediscover();
    });
  }

  /// How the objects of each kind are asked for.
  @Nullable ServedKind path(Kind kind) {
    return paths.get(kind);
  }

  /// Somebody looks at a kind. Of one that is named a thousand times the plan hears once at a time.
  void wanted(Kind kind) {
    if (paths.containsKey(kind) && wanted.add(kind)) {
      post(() -> {
        wanted.remove(kind);
        plan.wanted(kind);
      });
    }
  }

  /// Learns what is served, now, and begins to read it.
  ///
  /// @throws ProblemException when that cannot be learned
  void begin() throws InterruptedException {
    Served served;
    try {
      served = LeftOut.without(new Discovery(line, cluster).ask());
      Rights rights = Rights.ask(line, home);
      post(() -> learned(served, rights));
    } catch (IOException e) {
      throw new ProblemException(
          new Problem.Unreadable(line.where(), String.valueOf(e.getMessage())));
    }
  }

  /// Begins to read as soon as the server answers, and never gives up.
  void beginSoon() {
    post(rediscovery::now);
  }

  void awaitOpened() throws InterruptedException {
    plan.awaitOpened();
  }

  /// Whether nothing at all may be read. Waits for the plan's thread.
  boolean isAllForbidden() throws InterruptedException {
    try {
      return thread.submit(plan::isAllForbidden).get();
    } catch (ExecutionException | RejectedExecutionException _) {
      return false;
    }
  }

  /// Why nothing at all could be read; empty when something could. Waits for the plan's thread.
  Optional<String> whyNothing() throws InterruptedException {
    try {
      return thread.submit(plan::whyNothing).get();
    } catch (ExecutionException | RejectedExecutionException _) {
      return Optional.empty();
    }
  }

  @Override
  public void rediscover() {
    rediscovery.soon();
  }

  private void discover() {
    ask(() -> {
      line.awaitOpen();
      try {
        Served served = LeftOut.without(new Discovery(line, cluster).ask());
        Rights rights = Rights.ask(line, home);
        String provider = Provider.of(traces(served));
        post(() -> {
          voice.trouble("");
          voice.provider(provider);
          learned(served, rights);
        });
      } catch (IOException | ProblemException e) {
        post(() -> failed(String.valueOf(e.getMessage())));
      } catch (RuntimeException | StackOverflowError bug) {
        LOG.error("{}: what it serves could not be learned", cluster, bug);
        post(() -> failed("internal error, see the log"));
      }
    });
  }

  private Provider.Traces traces(Served served) throws IOException, InterruptedException {
    FirstNode node = firstNode();
    List<String> groups =
        served.kinds().stream().map(kind -> kind.kind().group()).distinct().toList();
    return new Provider.Traces(
        context, host, line.version(), groups, node.providerId(), node.labels());
  }

  /// A list of one is a list: it waits for its place among them.
  private FirstNode firstNode() throws IOException, InterruptedException {
    try (ListSlots.Slot _ = feeds.slots().take()) {
      return FirstNode.ask(line);
    }
  }

  private void learned(Served served, Rights rights) {
    SortedMap<Kind, ServedKind> known = new TreeMap<>();
    Choice.of(served, catalogue).forEach((kind, ways) -> known.put(kind, ways.getFirst()));
    paths = known;
    LOG.debug("{}: {} kinds are served, unknown: {}", cluster, known.size(), served.unknown());
    boolean isWhole = false;
    try {
      plan.served(served, home, rights);
      isWhole = served.isWhole();
    } finally {
      rediscovery.answered(isWhole);
    }
  }

  private void failed(String reason) {
    LOG.info("{}: what it serves could not be learned: {}", cluster, reason);
    voice.trouble("what the server serves could not be learned: " + reason);
    rediscovery.answered(false);
  }

  @Override
  public void askRights(String namespace, Consumer<Rights> answer) {
    ask(() -> {
      Rights rights;
      try {
        rights = Rights.ask(line, namespace);
      } catch (IOException | ProblemException _) {
        rights = Rights.UNKNOWN;
      } catch (RuntimeException | StackOverflowError bug) {
        LOG.error("{}: what may be read in {} could not be learned", cluster, namespace, bug);
        rights = Rights.UNKNOWN;
      }
      Rights found = rights;
      post(() -> answer.accept(found));
    });
  }

  @Override
  public void askPresence(ServedKind kind, Consumer<Presence> answer) {
    ask(() -> {
      Presence presence = look(kind);
      post(() -> answer.accept(presence));
    });
  }

  private Presence look(ServedKind kind) throws InterruptedException {
    looks.acquire();
    try (ListSlots.Slot _ = feeds.slots().take()) {
      return Presence.of(kind, line);
    } catch (IOException | ProblemException _) {
      return Presence.UNCLEAR;
    } catch (RuntimeException | StackOverflowError bug) {
      LOG.error("{}: whether there are {} could not be learned", cluster, kind.kind(), bug);
      return Presence.UNCLEAR;
    } finally {
      looks.release();
    }
  }

  /// A question that is put on a thread of its own.
  private interface Question {
    void put() throws InterruptedException;
  }

  private void ask(Question question) {
    try {
      Future<?> _ =
          askers.submit(() -> {
            try {
              question.put();
            } catch (InterruptedException _) {
              Thread.currentThread().interrupt();
            } catch (RuntimeException bug) {
              LOG.error("{}: a question to the server failed", cluster, bug);
            }
          });
    } catch (RejectedExecutionException _) {
      // It is being closed.
    }
  }

  @Override
  public void post(Runnable task) {
    later(Duration.ZERO, task);
  }

  @Override
  public void later(Duration pause, Runnable task) {
    Future<?> _ = schedule(pause, task);
  }

  private @Nullable Future<?> schedule(Duration pause, Runnable task) {
    try {
      return thread.schedule(() -> run(task), pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException _) {
      return null;
    }
  }

  private void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | StackOverflowError bug) {
      if (thread.isShutdown()) {
        LOG.debug("{}: a step of the plan met its end", cluster, bug);
        return;
      }
      LOG.error("{}: a step of the plan failed", cluster, bug);
    }
  }

  /// Ends all feeds, questions and threads; the line stays.
  @Override
  public void close() {
    plan.abandon();
    askers.shutdownNow();
    thread.shutdownNow();
    feeds.close();
    try {
      boolean ended =
          thread.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)
              && askers.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        LOG.warn("{}: a thread did not end in time", cluster);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
