package io.kubilitics.api.stream.status;

import io.kubilitics.api.stream.Channel;
import io.kubilitics.api.stream.Edition;
import io.kubilitics.api.stream.item.ItemLog;
import io.kubilitics.api.stream.item.Pulse;
import io.kubilitics.model.KindState;
import io.kubilitics.model.Viewer;
import io.kubilitics.session.Session;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyDelta;
import io.kubilitics.topology.TopologyListener;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The source of a cluster and its kinds: one topic, one item `cluster`, and one for each kind.
/// What becomes known or doubtful is told at once, how many there are no more than once a second.
public final class StatusChannel implements Channel, TopologyListener {
  private static final String ONLY = "";
  private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(1);

  private final Session session;
  private final Viewer viewer;
  private final LongSupplier nanoTime;
  private final Runnable news = this::tell;
  private final ItemLog log = new ItemLog();
  private volatile @Nullable Runnable listener;
  private volatile boolean late;
  private @Nullable Pulse pulse;

  /// Of the topology that was told of last; for its writer.
  private List<KindState> knowledge = List.of();

  /// For the one thread that asks for editions.
  private Counts counts = Counts.NONE;

  private long counted = -1;
  private long notBefore;

  StatusChannel(Session session, Viewer viewer, LongSupplier nanoTime) {
    this.session = session;
    this.viewer = viewer;
    this.nanoTime = nanoTime;
    this.notBefore = nanoTime.getAsLong();
  }

  /// One that looks at nothing before somebody listens.
  public static StatusChannel open(Session session, Viewer viewer) {
    return new StatusChannel(session, viewer, System::nanoTime);
  }

  @Override
  public boolean isInView(String topic, Set<String> namespaces) {
    return true;
  }

  @Override
  public void listen(Runnable told) {
    listener = told;
    session.follow(this);
    session.listenToCondition(news);
    pulse = Pulse.start("status-" + session.cluster(), BETWEEN_COUNTS, this::tellIfLate);
  }

  @Override
  public void onChange(Topology current, TopologyDelta delta) {
    List<KindState> known = current.knowledge();
    late = true;
    if (!known.equals(knowledge)) {
      knowledge = known;
      tell();
    }
  }

  private void tell() {
    Runnable told = listener;
    if (told != null) {
      told.run();
    }
  }

  private void tellIfLate() {
    if (late) {
      tell();
    }
  }

  @Override
  public synchronized Optional<Edition> latest() {
    long now = nanoTime.getAsLong();
    boolean mayCount = now - notBefore >= 0;
    if (mayCount) {
      // Before the topology is read: what comes after that makes it late again.
      late = false;
    }
    Topology topology = session.topology();
    if (mayCount && counted != topology.revision()) {
      counts = Counts.of(topology, viewer);
      counted = topology.revision();
      notBefore = now + BETWEEN_COUNTS.toNanos();
    }
    StatusItems items = StatusItems.of(session, topology, viewer, counts);
    ItemLog.Draft draft = log.draft();
    draft.keepOnly(ONLY, items.texts().keySet());
    items.texts().forEach((key, text) -> draft.put(ONLY, key, text, 0));
    Map<String, String> texts = items.texts();
    return Optional.of(draft.publish((_, key, _) -> Objects.requireNonNull(texts.get(key))));
  }

  @Override
  public synchronized void close() {
    listener = null;
    session.forget(this);
    session.forgetCondition(news);
    if (pulse != null) {
      pulse.close();
    }
  }
}
