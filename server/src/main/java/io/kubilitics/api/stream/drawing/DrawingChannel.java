package io.kubilitics.api.stream.drawing;

import io.kubilitics.api.stream.Channel;
import io.kubilitics.api.stream.ChannelKey;
import io.kubilitics.api.stream.Edition;
import io.kubilitics.api.stream.Membership;
import io.kubilitics.layout.drawing.Disturbance;
import io.kubilitics.layout.drawing.Shown;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.model.KindState;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.KindAppearance;
import io.kubilitics.session.Session;
import io.kubilitics.session.map.Atlas;
import io.kubilitics.session.map.Cartographer;
import io.kubilitics.session.map.FilterWords;
import io.kubilitics.session.map.LivingMap;
import io.kubilitics.session.map.LivingMaps;
import io.kubilitics.session.map.Sheet;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyQuery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The drawing of a living map at one level: the one that is named, or the finest at which it can
/// be read by now. A topic is a frame, `""` the head of the region with its streets and the cluster
/// band; what an item looks like, [DrawnItems] says.
///
/// The thread of the layout only notes its plans here. What they change is counted and composed
/// when somebody asks for an edition, over all plans since the last one at once.
public final class DrawingChannel implements Channel {
  private static final Logger LOG = LoggerFactory.getLogger(DrawingChannel.class);
  private static final Duration WAIT_FOR_MAP = Duration.ofMillis(50);

  /// Between two looks at what is late: streets, and ages that time alone makes wrong.
  private static final Duration PULSE = Duration.ofMillis(500);

  private final Session session;
  private final Atlas atlas;
  private final ChannelKey key;
  private final MapNews news = new MapNews(this::tell);
  private final Thread pulse;
  private volatile @Nullable Runnable listener;
  private volatile boolean closed;
  private volatile boolean late;
  private LivingMaps.@Nullable Listening listening;

  /// For the one thread that asks for editions.
  private @Nullable DrawingSteps steps;

  private DrawingChannel(Session session, Atlas atlas, ChannelKey key) {
    this.session = session;
    this.atlas = atlas;
    this.key = key;
    pulse = Thread.ofVirtual().name("drawing-" + key.cluster()).unstarted(this::beat);
  }

  /// One that looks at nothing before somebody listens.
  ///
  /// @param atlas has the living maps; closed after this
  public static DrawingChannel open(Session session, Atlas atlas, ChannelKey key) {
    return new DrawingChannel(session, atlas, key);
  }

  @Override
  public void listen(Runnable told) {
    listener = told;
    pulse.start();
  }

  /// Frames are namespaces in one arrangement only; what belongs to all is always in view.
  @Override
  public boolean isInView(String topic, Set<String> namespaces) {
    return namespaces.isEmpty()
        || key.arrangement() != Arrangement.NAMESPACE
        || topic.equals(DrawnItems.OF_ALL)
        || topic.startsWith("~")
        || namespaces.contains(topic);
  }

  private void tell() {
    Runnable told = listener;
    if (told != null && !closed) {
      told.run();
    }
  }

  /// Waits until there is a map, then looks now and then whether something is late.
  private void beat() {
    try {
      while (!closed && !atlas.lives(session)) {
        LockSupport.parkNanos(WAIT_FOR_MAP.toNanos());
      }
      join();
      while (!closed) {
        LockSupport.parkNanos(PULSE.toNanos());
        if (late && !closed) {
          tell();
        }
      }
    } catch (ProblemException e) {
      LOG.debug("cluster {}: no drawing: {}", key.cluster(), e.problem().message());
    }
  }

  private synchronized void join() {
    if (!closed) {
      listening = atlas.of(session).listen(key.arrangement(), news);
    }
  }

  @Override
  public synchronized Optional<Edition> latest() {
    MapNews.Taken taken = news.take();
    DrawingSteps known = steps;
    if (taken != null) {
      Level level = level(taken.map());
      known = known == null ? new DrawingSteps(level, System::nanoTime) : known.at(level);
      steps = known;
      follow(known, taken);
    }
    if (known == null) {
      return Optional.empty();
    }
    known.catchUp(session.asOf());
    late = known.isLate(session.asOf());
    return known.latest();
  }

  /// What fails once is counted afresh the next time.
  private void follow(DrawingSteps known, MapNews.Taken taken) {
    boolean done = false;
    try {
      Topology topology = taken.map().topology();
      Disturbance since = taken.touched().disturbance();
      known.follow(
          taken.map().plan(),
          network(topology),
          shown(topology, known.level()),
          since,
          taken.moved());
      done = true;
    } finally {
      if (!done) {
        known.startAnew();
        news.putBack(taken);
      }
    }
  }

  private Level level(LivingMap map) {
    return key.level() == null ? Cartographer.finest(map.plan()) : key.level();
  }

  private Network network(Topology topology) {
    Network network = topology.network(key.viewer());
    return key.part().relations().isEmpty() ? network : network.onlyEdges(key.part().relations());
  }

  private Shown shown(Topology topology, Level level) {
    List<KindState> gaps = Sheet.gaps(topology, key.viewer());
    return new Shown(
        key.cluster(),
        session.asOf(),
        level,
        null,
        filter(topology),
        FilterWords.of(key.part()),
        gaps,
        new KindAppearance(session.catalogue()));
  }

  private Predicate<Node> filter(Topology topology) {
    if (key.part().equals(TopologyQuery.ALL)) {
      return Shown.EVERYTHING;
    }
    Membership in = new Membership(topology, key.part(), key.viewer());
    return node -> in.holds(node.id());
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(pulse);
    synchronized (this) {
      if (listening != null) {
        listening.close();
      }
    }
  }
}
