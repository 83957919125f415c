package io.kubilitics.api.stream;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The channels that are open, shared by all clients, a bounded number of them: no caller has more
/// than it leaves to all others. One that nobody subscribes to any more is kept for a while:
/// whoever lost the connection comes back to it. Any thread.
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

  /// A feed with how often each caller has it.
  private static final class Kept {
    private final Feed feed;
    private final Map<String, Integer> holders = new HashMap<>();
    private long idleSince = System.nanoTime();

    private Kept(Feed feed) {
      this.feed = feed;
    }

    boolean isIdle() {
      return holders.isEmpty();
    }

    /// Nanoseconds since somebody gave it back.
    long idleFor() {
      return System.nanoTime() - idleSince;
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
  /// @throws ProblemException `Busy` when too many channels are open, for this caller or at all
  synchronized Feed hold(Session session, ChannelKey key, String caller) {
    Kept found = kept.get(key);
    if (found != null && !found.feed.session().equals(session)) {
      end(found);
      found = null;
    }
    if (found == null) {
      makeRoom(caller);
      opened++;
      found = new Kept(Feed.start(opened, key, session, maker, pace));
      kept.put(key, found);
      counters.channels().incrementAndGet();
    }
    found.holders.merge(caller, 1, Integer::sum);
    return found.feed;
  }

  /// The longest idle ones go first. Nobody takes more than is left then, so that one caller cannot
  /// take what the others need.
  private void makeRoom(String caller) {
    if (closed) {
      throw new ProblemException(new Problem.Busy("a view of a server that stops", PAUSE));
    }
    List<Kept> idle = new ArrayList<>();
    int own = 0;
    for (Kept each : kept.values()) {
      if (each.isIdle()) {
        idle.add(each);
      }
      own += each.holders.containsKey(caller) ? 1 : 0;
    }
    int left = limits.channels() - kept.size() + idle.size();
    if (own >= left) {
      String what =
          left == 0
              ? "a view beside the " + limits.channels() + " that are open on this server"
              : "a view beside the "
                  + own
                  + " that you have open, when no more are left for others,";
      throw new ProblemException(new Problem.Busy(what, PAUSE));
    }
    if (kept.size() >= limits.channels()) {
      end(Collections.max(idle, Comparator.comparingLong(each -> each.idleFor())));
    }
  }

  synchronized void release(Feed feed, String caller) {
    Kept found = kept.get(feed.key());
    if (found != null && found.feed.equals(feed)) {
      found.holders.computeIfPresent(caller, (_, times) -> times == 1 ? null : times - 1);
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
      if (!open || (each.isIdle() && each.idleFor() >= pace.linger().toNanos())) {
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
