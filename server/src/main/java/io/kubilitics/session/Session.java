package io.kubilitics.session;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.check.WorldMode;
import io.kubilitics.model.Body;
import io.kubilitics.model.Change;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.ObjectEvent;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.Place;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.SourceCondition;
import io.kubilitics.source.SourceListener;
import io.kubilitics.store.Intake;
import io.kubilitics.topology.Engine;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyListener;
import io.kubilitics.topology.health.DerivedHealthRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One cluster that is open. Its source is read by a thread of its own; what it says goes through
/// the intake to the engine. Everybody may ask at any time and gets the latest state.
///
/// Whoever opens it closes it.
public final class Session implements AutoCloseable {
  /// How late a change by time alone may be seen.
  private static final Duration TICK = Duration.ofSeconds(5);

  private static final Readiness OPENING = new Readiness.Opening();
  private static final Readiness READY = new Readiness.Ready();
  private static final Readiness ABANDONED = new Readiness.Abandoned();

  private final ClusterId cluster;
  private final String description;
  private final ResourceSource source;
  private final Catalogue catalogue;
  private final Clock clock;
  private final Engine engine;
  private final Intake intake;
  private final Thread reader;
  private final Thread timekeeper;
  private final CountDownLatch read = new CountDownLatch(1);
  private final AtomicReference<Readiness> readiness = new AtomicReference<>(OPENING);
  private final AtomicReference<Rejections> rejections = new AtomicReference<>(Rejections.NONE);
  private final AtomicReference<Instant> asOf;
  private final AtomicLong received = new AtomicLong();
  private final AtomicReference<SourceCondition> condition;
  private final EventLog events = new EventLog();
  private final List<Runnable> conditionListeners = new CopyOnWriteArrayList<>();
  private final long opening;
  private volatile boolean usable;

  private Session(
      ClusterId cluster,
      String description,
      ResourceSource source,
      Catalogue catalogue,
      Clock clock,
      long opening) {
    this.opening = opening;
    this.cluster = cluster;
    this.description = description;
    this.source = source;
    this.catalogue = catalogue;
    this.clock = clock;
    this.condition =
        new AtomicReference<>(
            source.tellsKnowledge() ? SourceCondition.UNHEARD : SourceCondition.NONE);
    this.asOf = new AtomicReference<>(clock.instant());
    this.engine = new Engine(catalogue.relations(), DerivedHealthRules.ALL);
    this.intake = Intake.open(cluster.value(), this::write);
    this.reader = Thread.ofPlatform().name("source-" + cluster).daemon().unstarted(this::read);
    this.timekeeper = Thread.ofVirtual().name("time-" + cluster).unstarted(this::keepTime);
  }

  /// Begins to read in the background and returns.
  ///
  /// @param description what is opened, as the user would write it
  /// @param source closed with the session
  /// @param catalogue what the source reads with
  /// @param clock health is judged as of its time
  public static Session open(
      ClusterId cluster,
      String description,
      ResourceSource source,
      Catalogue catalogue,
      Clock clock) {
    return open(cluster, description, source, catalogue, clock, 0);
  }

  /// As the other one, one of several in a process.
  static Session open(
      ClusterId cluster,
      String description,
      ResourceSource source,
      Catalogue catalogue,
      Clock clock,
      long opening) {
    Session session = new Session(cluster, description, source, catalogue, clock, opening);
    session.reader.start();
    session.timekeeper.start();
    return session;
  }

  /// Which opening of its process this is, from 1; 0 when it is alone. A cluster that is closed and
  /// opened again counts its revisions anew, under another number.
  public long opening() {
    return opening;
  }

  public ClusterId cluster() {
    return cluster;
  }

  /// Whether what is not there may be elsewhere: manifests are a part of a world.
  public WorldMode world() {
    return source.isWhole() ? WorldMode.CLOSED : WorldMode.OPEN;
  }

  public String description() {
    return description;
  }

  /// The kinds and relations of this cluster.
  public Catalogue catalogue() {
    return catalogue;
  }

  public Readiness readiness() {
    return readiness.get();
  }

  /// Whether a picture of it is worth showing, which may be before everything is in.
  public boolean isUsable() {
    return usable || readiness() instanceof Readiness.Ready;
  }

  /// Whether the source says itself how well each kind is known, because it follows a cluster.
  public boolean tellsKnowledge() {
    return source.tellsKnowledge();
  }

  /// How the source is doing as a whole.
  public SourceCondition condition() {
    return condition.get();
  }

  /// When the source last answered; empty when it never did.
  public Optional<Instant> lastContact() {
    if (!tellsKnowledge()) {
      return readiness() instanceof Readiness.Ready ? Optional.of(asOf()) : Optional.empty();
    }
    return Optional.ofNullable(condition().lastContact());
  }

  /// Calls whenever the source may be doing otherwise, the first reading has ended, or something
  /// could not be taken in; must not block.
  public void listenToCondition(Runnable listener) {
    conditionListeners.add(listener);
  }

  public void forgetCondition(Runnable listener) {
    conditionListeners.remove(listener);
  }

  /// What the cluster has reported of its objects.
  public EventLog events() {
    return events;
  }

  /// The latest state; grows while the session is opening.
  public Topology topology() {
    return engine.current();
  }

  public Rejections rejections() {
    return rejections.get();
  }

  /// When the source last said anything.
  public Instant asOf() {
    return asOf.get();
  }

  /// How many objects the source has delivered, each as often as it did.
  public long received() {
    return received.get();
  }

  /// Tells a listener of the present state, then of every revision.
  public void listen(TopologyListener listener) {
    engine.listen(listener);
  }

  /// Tells a listener of every revision from now on.
  ///
  /// @return the revision before the first one the listener is told of
  public Topology follow(TopologyListener listener) {
    return engine.follow(listener);
  }

  /// Tells a listener no more; a call that is under way may still come.
  public void forget(TopologyListener listener) {
    engine.forget(listener);
  }

  /// The body of one object as its source has it now, with secret values masked; of the latest
  /// state, which may be newer than a topology that was asked for before. Blocks while it is read.
  ///
  /// @return empty for what is not there, may not be seen, or has no body
  /// @throws ProblemException when it is there and cannot be read again
  public Optional<Body> body(ResourceId id, Viewer viewer) {
    boolean isThere =
        topology().node(id, viewer).filter(node -> node instanceof Node.Present).isPresent();
    return isThere ? source.body(id) : Optional.empty();
  }

  /// Somebody looks at a kind, or is about to. Returns at once.
  public void wanted(Kind kind) {
    source.wanted(kind);
  }

  /// Waits for the end of the first reading.
  ///
  /// @return the latest state
  /// @throws ProblemException when nothing could be read
  public Topology awaitReady() throws InterruptedException {
    read.await();
    return switch (readiness()) {
      case Readiness.Failed(Problem problem) -> throw new ProblemException(problem);
      case Readiness.Opening _, Readiness.Abandoned _ ->
          throw new IllegalStateException("cluster " + cluster + " was closed while it was read");
      case Readiness.Ready _ -> engine.current();
    };
  }

  private void read() {
    try {
      tellTime();
      tell(Knowledge.SYNCING);
      source.open(new Received());
      if (!source.tellsKnowledge()) {
        tell(Knowledge.SYNCED);
      }
      intake.flush();
      readiness.compareAndSet(OPENING, READY);
    } catch (ProblemException e) {
      readiness.compareAndSet(OPENING, new Readiness.Failed(e.problem()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error bug) {
      log().error("cluster {}: reading {} failed", cluster, description, bug);
      readiness.compareAndSet(OPENING, failedBy(bug));
    } finally {
      readiness.compareAndSet(OPENING, ABANDONED);
      read.countDown();
      conditionListeners.forEach(Runnable::run);
    }
  }

  /// Health may change by time alone.
  private void keepTime() {
    try {
      while (true) {
        Thread.sleep(TICK);
        tellTime();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(Knowledge knowledge) throws InterruptedException {
    intake.submit(List.of(new Change.Known(KindState.ofAnyOther(knowledge))));
  }

  private void tellTime() throws InterruptedException {
    intake.submit(List.of(new Change.Now(clock.instant())));
  }

  /// A batch that fails leaves the map without some of what the source said: it must not look
  /// whole.
  private void write(List<Change> batch) {
    try {
      engine.apply(batch);
    } catch (RuntimeException | Error bug) {
      readiness.set(failedBy(bug));
      conditionListeners.forEach(Runnable::run);
      throw bug;
    }
  }

  private Readiness failedBy(Throwable bug) {
    return new Readiness.Failed(
        new Problem.Unreadable(description, "internal error, see the log: " + bug));
  }

  /// Made when it is needed: a command line without trouble does not wait for the log.
  private static Logger log() {
    return LoggerFactory.getLogger(Session.class);
  }

  /// Ends the source first, so that nothing arrives any more, then the engine's thread. Never
  /// called from the source's own calls.
  @Override
  public void close() {
    readiness.compareAndSet(OPENING, ABANDONED);
    timekeeper.interrupt();
    reader.interrupt();
    source.close();
    intake.close();
    boolean interrupted = false;
    while (reader.isAlive()) {
      try {
        reader.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// What the source says, on its way in.
  private final class Received implements SourceListener {
    @Override
    public void changes(List<Change> batch) {
      received.addAndGet(batch.stream().filter(Change.Put.class::isInstance).count());
      asOf.set(clock.instant());
      try {
        intake.submit(batch);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void rejected(Place place, String reason) {
      rejections.updateAndGet(before -> before.and(new Rejection(place, reason)));
    }

    @Override
    public void usable() {
      try {
        intake.flush();
        usable = true;
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void condition(SourceCondition told) {
      condition.set(told);
      conditionListeners.forEach(Runnable::run);
    }

    @Override
    public void event(ObjectEvent event) {
      events.add(event);
    }
  }
}
