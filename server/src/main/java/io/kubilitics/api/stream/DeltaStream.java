package io.kubilitics.api.stream;

import io.kubilitics.access.Caller;
import io.kubilitics.model.Viewer;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.Session;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All clients of the stream and what they share. Any thread; closing it says goodbye to everybody.
public final class DeltaStream implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeltaStream.class);

  private final Clusters clusters;
  private final ViewReader reader;
  private final Function<String, Caller> credentials;
  private final StreamPace pace;
  private final StreamLimits limits;
  private final StreamCounters counters;
  private final FragmentCache cache;
  private final Feeds feeds;
  private final Admission admission;
  private final Thread keeper;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicLong numbers = new AtomicLong();
  private volatile boolean closed;

  private DeltaStream(
      Clusters clusters,
      ViewReader reader,
      Function<String, Caller> credentials,
      ChannelMaker maker,
      StreamPace pace,
      StreamLimits limits,
      StreamCounters counters) {
    this.counters = counters;
    this.clusters = clusters;
    this.reader = reader;
    this.credentials = credentials;
    this.pace = pace;
    this.limits = limits;
    this.cache = new FragmentCache(limits.cacheBytes(), counters);
    this.feeds = new Feeds(clusters, maker, pace, limits, counters);
    this.admission = new Admission(limits.clients());
    this.keeper = Thread.ofVirtual().name("stream-keeper").unstarted(this::keep);
  }

  /// Begins to serve.
  ///
  /// @param credentials who somebody with this token is; `""` for none
  public static DeltaStream open(
      Clusters clusters,
      ViewReader reader,
      Function<String, Caller> credentials,
      ChannelMaker maker,
      StreamPace pace,
      StreamLimits limits,
      StreamCounters counters) {
    DeltaStream stream =
        new DeltaStream(clusters, reader, credentials, maker, pace, limits, counters);
    stream.keeper.start();
    return stream;
  }

  /// Takes a client whose connection is open; nothing happens before it is started.
  ///
  /// @param address where it comes from
  public Connection connect(Wire wire, String address) {
    Admission.Place place = admission.enter(address);
    Connection connection = new Connection(numbers.incrementAndGet(), wire, place, this);
    connections.add(connection);
    if (place.isRefused()) {
      connection.end(CloseCode.FULL);
    }
    if (closed) {
      connection.end(CloseCode.STOPPING);
    }
    return connection;
  }

  void left(Connection connection) {
    connections.remove(connection);
  }

  StreamCounters counters() {
    return counters;
  }

  Clusters clusters() {
    return clusters;
  }

  StreamPace pace() {
    return pace;
  }

  StreamLimits limits() {
    return limits;
  }

  FragmentCache cache() {
    return cache;
  }

  Feeds feeds() {
    return feeds;
  }

  Caller identify(String token) {
    return credentials.apply(token);
  }

  View read(ViewWords words, Session session, Viewer viewer) {
    return reader.read(words, session, viewer);
  }

  Session session(String cluster, Caller caller) {
    return clusters
        .find(cluster)
        .orElseThrow(() -> new ProblemException(clusters.absence(cluster, caller)));
  }

  private void keep() {
    try {
      while (true) {
        Thread.sleep(pace.rounds());
        lookAround();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Tells whoever looks at a cluster that is not open any more, and lets go of what nobody needs;
  /// happens now and then by itself. One round that fails is no reason for no more rounds.
  public void lookAround() {
    try {
      feeds.tidy();
      cache.forgetUnusedFor(pace.cached());
    } catch (RuntimeException bug) {
      LOG.error("the stream was not looked after", bug);
    }
  }

  /// Tells every client that the server is stopping; returns at once.
  @Override
  public void close() {
    closed = true;
    keeper.interrupt();
    List.copyOf(connections).forEach(connection -> connection.end(CloseCode.STOPPING));
    feeds.close();
  }
}
