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
/// The thread that writes the topology only notes its delta here. What the channel's filters make
/// of it is worked out when somebody asks for an edition, over all deltas since the last one at
/// once. Of the past only the changes are kept, a bounded number of them, not the states.
public final class TopologyChannel implements Channel, TopologyListener {
  /// Nodes and edges remembered as changed, for whoever looks again after a while.
  static final int MOST_CHANGES = 20_000;

  /// Where the topology comes from.
  interface Source {
    /// Tells a listener of every revision after the one that is returned.
    Topology follow(TopologyListener listener);

    void forget(TopologyListener listener);
  }

  private final Source source;
  private final ChannelKey key;
  private final RelationTypes types;

  private final Object notes = new Object();
  private List<TopologyDelta> noted = new ArrayList<>();
  private int notedSize;

  /// Whether some were too many to note.
  private boolean lost;

  private @Nullable Runnable listener;

  /// The revision after all that was noted: what the session has may be newer already.
  private @Nullable Topology heard;

  /// What the next edition is made from; by the one thread that asks for editions.
  private final Deque<Changes> log = new ArrayDeque<>();

  private int logSize;
  private long floor;
  private @Nullable TopologyEdition edition;

  TopologyChannel(Source source, ChannelKey key, RelationTypes types) {
    this.source = source;
    this.key = key;
    this.types = types;
  }

  public static TopologyChannel open(Session session, ChannelKey key) {
    return new TopologyChannel(new Of(session), key, session.catalogue().relations());
  }

  private record Of(Session session) implements Source {
    @Override
    public Topology follow(TopologyListener listener) {
      return session.follow(listener);
    }

    @Override
    public void forget(TopologyListener listener) {
      session.forget(listener);
    }
  }

  @Override
  public void listen(Runnable listener) {
    synchronized (notes) {
      this.listener = listener;
    }
    Topology first = source.follow(this);
    synchronized (notes) {
      heard = heard == null ? first : heard;
    }
  }

  @Override
  public void onChange(Topology current, TopologyDelta delta) {
    Runnable told;
    synchronized (notes) {
      told = listener;
      if (told == null) {
        return;
      }
      heard = current;
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

  /// What was noted since the last time.
  ///
  /// @param whole whether that is all there was
  private record Notes(Topology topology, List<TopologyDelta> deltas, boolean whole) {}

  @Override
  public synchronized Optional<Edition> latest() {
    Notes notes = take();
    if (notes == null) {
      return Optional.empty();
    }
    TopologyEdition before = edition;
    if (before != null && before.revision() == notes.topology().revision()) {
      return Optional.of(before);
    }
    TopologyEdition made = null;
    try {
      made = next(before, notes);
    } finally {
      if (made == null) {
        loseNotes();
      }
    }
    edition = made;
    return Optional.of(made);
  }

  private TopologyEdition next(@Nullable TopologyEdition before, Notes notes) {
    Membership in = new Membership(notes.topology(), key.part(), key.viewer());
    if (before != null && notes.whole()) {
      add(ChannelStep.between(before.membership(), in, notes.deltas()));
    } else {
      log.clear();
      logSize = 0;
      floor = in.topology().revision();
    }
    return new TopologyEdition(in, types, List.copyOf(log), floor);
  }

  /// What was taken and led to nothing is told by nobody else: the next edition begins anew.
  private void loseNotes() {
    synchronized (notes) {
      lost = true;
    }
  }

  private @Nullable Notes take() {
    synchronized (notes) {
      if (heard == null) {
        return null;
      }
      Notes taken = new Notes(heard, noted, !lost);
      noted = new ArrayList<>();
      notedSize = 0;
      lost = false;
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
    source.forget(this);
    synchronized (notes) {
      listener = null;
      noted = new ArrayList<>();
    }
  }
}
