package io.kubilitics.api.stream;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The channels that are open, shared by all clients, a bounded number of them. One that nobody
/// subscribes to any more is kept for a while: whoever lost the connection comes back to it. Any
/// thread.
final class Feeds implements AutoCloseable {
  /// Before a channel can be opened again, in the message to who has to wait.
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Clusters clusters;
  private final ChannelMaker maker;
  private final StreamPace pace;
  private final StreamLimits limits;
  private final StreamCounters counters;

  /// In the order of opening.
  private final Map<ChannelKey, Kept> kept = new LinkedHashMap<>();

  private long opened;
  private boolean closed;

  /// A feed with how many have it.
  private static final class Kept {
    private final Feed feed;
    private int holders;
    private long idleSince = System.nanoTime();

    private Kept(Feed feed) {
      this.feed = feed;
    }

    boolean isIdleFor(long nanos) {
      return holders == 0 && System.nanoTime() - idleSince >= nanos;
    }
  }

  Feeds(
      Clusters clusters,
      ChannelMaker maker,
      StreamPace pace,
      StreamLimits limits,
      StreamCounters counters) {
    this.clusters = clusters;
    this.maker = maker;
    this.pace = pace;
    this.limits = limits;
    this.counters = counters;
  }

  /// The feed of a channel; given back with [#release].
  ///
  /// @throws ProblemException `Busy` when too many channels are open
  synchronized Feed hold(Session session, ChannelKey key) {
    Kept found = kept.get(key);
    if (found != null && !found.feed.session().equals(session)) {
      end(found);
      found = null;
    }
    if (found == null) {
      makeRoom();
      opened++;
      found = new Kept(Feed.start(opened, key, session, maker, pace));
      kept.put(key, found);
      counters.channels().incrementAndGet();
    }
    found.holders++;
    return found.feed;
  }

  /// The longest idle ones go first.
  private void makeRoom() {
    if (closed) {
      throw new ProblemException(new Problem.Busy("the server is stopping", PAUSE));
    }
    if (kept.size() < limits.channels()) {
      return;
    }
    Kept oldest = null;
    for (Kept each : kept.values()) {
      boolean older = oldest == null || each.idleSince - oldest.idleSince < 0;
      oldest = each.holders == 0 && older ? each : oldest;
    }
    if (oldest == null) {
      throw new ProblemException(
          new Problem.Busy(limits.channels() + " different views are open on this server", PAUSE));
    }
    end(oldest);
  }

  synchronized void release(Feed feed) {
    Kept found = kept.get(feed.key());
    if (found != null && found.feed.equals(feed)) {
      found.holders--;
      found.idleSince = System.nanoTime();
    }
  }

  /// Ends the feeds of clusters that are not open any more, and those that nobody came back to.
  synchronized void tidy() {
    for (Kept each : new ArrayList<>(kept.values())) {
      boolean open =
          clusters
              .find(each.feed.key().cluster().value())
              .filter(each.feed.session()::equals)
              .isPresent();
      if (!open || each.isIdleFor(pace.linger().toNanos())) {
        end(each);
      }
    }
  }

  private void end(Kept each) {
    kept.remove(each.feed.key(), each);
    counters.channels().decrementAndGet();
    each.feed.close();
  }

  @Override
  public synchronized void close() {
    closed = true;
    List.copyOf(kept.values()).forEach(this::end);
  }
}
