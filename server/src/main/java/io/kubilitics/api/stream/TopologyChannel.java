package io.kubilitics.api.stream;

import io.kubilitics.model.RelationTypes;
import io.kubilitics.session.Session;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyDelta;
import io.kubilitics.topology.TopologyListener;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Nodes and edges; a topic is a namespace, `""` for what belongs to none, and an edge belongs to
/// the topic of its source.
///
/// The thread that writes the topology only notes its delta here. What the channel's filters make of
/// it is worked out when somebody asks for an edition, over all deltas since the last one at once.
/// Of the past only the changes are kept, a bounded number of them, not the states.
final class TopologyChannel implements Channel, TopologyListener {
  /// Nodes and edges remembered as changed, for whoever looks again after a while.
  static final int MOST_CHANGES = 20_000;

  private final Session session;
  private final ChannelKey key;
  private final RelationTypes types;

  private final Object notes = new Object();
  private List<TopologyDelta> noted = new ArrayList<>();
  private int notedSize;

  /// Whether some were too many to note.
  private boolean lost;

  private @Nullable Runnable listener;

  /// What the next edition is made from; by the one thread that asks for editions.
  private final Deque<Changes> log = new ArrayDeque<>();

  private int logSize;
  private long floor;
  private @Nullable TopologyEdition edition;

  private TopologyChannel(Session session, ChannelKey key) {
    this.session = session;
    this.key = key;
    this.types = session.catalogue().relations();
  }

  static TopologyChannel open(Session session, ChannelKey key) {
    return new TopologyChannel(session, key);
  }

  @Override
  public void listen(Runnable listener) {
    synchronized (notes) {
      this.listener = listener;
    }
    session.follow(this);
  }

  @Override
  public void onChange(Topology current, TopologyDelta delta) {
    Runnable told;
    synchronized (notes) {
      told = listener;
      if (told == null) {
        return;
      }
      noted.add(delta);
      notedSize += size(delta);
      if (notedSize > MOST_CHANGES) {
        // Too much to tell: the next edition begins anew.
        noted = new ArrayList<>();
        notedSize = 0;
        lost = true;
      }
    }
    told.run();
  }

  private static int size(TopologyDelta delta) {
    return 1
        + delta.nodesPut().size()
        + delta.nodesGone().size()
        + delta.edgesPut().size()
        + delta.edgesGone().size();
  }

  @Override
  public synchronized Optional<Edition> latest() {
    Topology now = session.topology();
    TopologyEdition before = edition;
    if (before != null && before.revision() == now.revision()) {
      return Optional.of(before);
    }
    Membership in = new Membership(now, key.part(), key.viewer());
    List<TopologyDelta> deltas = take(now.revision());
    boolean whole =
        before != null
            && !deltas.isEmpty()
            && deltas.getFirst().fromRevision() <= before.revision()
            && deltas.getLast().toRevision() == now.revision();
    if (whole) {
      add(ChannelStep.between(before.membership(), in, deltas));
    } else {
      log.clear();
      logSize = 0;
      floor = now.revision();
    }
    edition = new TopologyEdition(in, types, List.copyOf(log), floor);
    return Optional.of(edition);
  }

  /// The deltas up to a revision; later ones stay.
  private List<TopologyDelta> take(long revision) {
    synchronized (notes) {
      List<TopologyDelta> taken = new ArrayList<>();
      List<TopologyDelta> left = new ArrayList<>();
      for (TopologyDelta delta : noted) {
        (delta.toRevision() <= revision ? taken : left).add(delta);
      }
      noted = left;
      notedSize = left.stream().mapToInt(TopologyChannel::size).sum();
      if (lost) {
        lost = false;
        taken.clear();
      }
      return taken;
    }
  }

  private void add(Changes changes) {
    log.addLast(changes);
    logSize += changes.size() + 1;
    while (logSize > MOST_CHANGES && !log.isEmpty()) {
      Changes oldest = log.removeFirst();
      logSize -= oldest.size() + 1;
      floor = oldest.to();
    }
  }

  @Override
  public void close() {
    synchronized (notes) {
      listener = null;
      noted = new ArrayList<>();
    }
  }
}
