package io.kubilitics.session.map;

import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.slot.SlotStore;
import io.kubilitics.layout.slot.SlotsInMemory;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Viewer;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.Session;
import io.kubilitics.topology.Topology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The maps of all clusters of a process. What is alike in several clusters is laid out once. Any
/// thread may ask. Closed before the clusters are.
public final class Atlas implements AutoCloseable {
  private final Function<ClusterId, SlotStore> stores;
  private final BlockLayouts blockLayouts = new BlockLayouts();
  private final FreshMaps freshMaps = new FreshMaps(blockLayouts);

  /// In the order in which they were asked for.
  private final Map<Session, LivingMaps> living = new LinkedHashMap<>();

  /// Those that are closed and whose maps must not come back for a late question.
  private final Set<Session> forgotten = Collections.newSetFromMap(new WeakHashMap<>());

  private Atlas(Function<ClusterId, SlotStore> stores) {
    this.stores = stores;
  }

  /// One that forgets all places when it is closed.
  public static Atlas inMemory() {
    return new Atlas(_ -> new SlotsInMemory());
  }

  /// One that keeps the places of the maps by namespace in a folder, one file for each cluster.
  ///
  /// @param folder made when it is not there; null to keep them nowhere
  /// @throws io.kubilitics.problem.ProblemException when it cannot be made
  public static Atlas keptIn(@Nullable Path folder) {
    return folder == null ? inMemory() : new Atlas(new SlotFolder(folder)::of);
  }

  /// Whether the cluster has maps that live: they start when enough of it has been read, because
  /// the first layout is made of the objects alone and must not depend on the order of reading.
  public synchronized boolean lives(Session session) {
    return living.containsKey(session) || session.isUsable();
  }

  /// The living maps of a cluster that [#lives].
  ///
  /// @throws ProblemException `Unreadable` when the cluster was closed
  public synchronized LivingMaps of(Session session) {
    ClusterId cluster = session.cluster();
    if (forgotten.contains(session)) {
      throw new ProblemException(new Problem.Unreadable("cluster " + cluster, "was closed"));
    }
    return living.computeIfAbsent(
        session, _ -> LivingMaps.of(cluster, session::follow, blockLayouts, stores.apply(cluster)));
  }

  /// Lets go of the maps of a cluster that is being closed: waits for a layout that is under way
  /// and saves the places, from which its next opening starts.
  public void forget(Session session) {
    LivingMaps maps;
    synchronized (this) {
      forgotten.add(session);
      maps = living.remove(session);
    }
    if (maps != null) {
      maps.close();
    }
  }

  /// Where the places of an answer come from: with a focus, and while the cluster is still being
  /// read, they are made for it whatever was wanted.
  public Arrange arrange(Session session, MapQuery query, Arrange wanted) {
    boolean keeps = wanted == Arrange.KEEP && query.part().focus().isEmpty() && lives(session);
    return keeps ? Arrange.KEEP : Arrange.FRESH;
  }

  /// The living map of a cluster that [#lives].
  ///
  /// @throws io.kubilitics.problem.ProblemException `Busy`
  public LivingMap kept(Session session, MapQuery query) throws InterruptedException {
    return of(session).latest(query.arrangement());
  }

  /// A cluster as a living map has it.
  public Subject subject(Session session, LivingMap map, MapQuery query, Viewer viewer) {
    return subject(session, query, Sheet.kept(map, query.part(), viewer));
  }

  /// A cluster as it is laid out for one answer.
  ///
  /// @throws io.kubilitics.problem.ProblemException `Busy`; `NotFound` when the focus is not there
  public Subject subject(Session session, Topology topology, MapQuery query, Viewer viewer)
      throws InterruptedException {
    return subject(
        session,
        query,
        Sheet.fresh(topology, query.arrangement(), query.part(), viewer, freshMaps));
  }

  private static Subject subject(Session session, MapQuery query, Sheet sheet) {
    return new Subject(
        session.cluster(),
        session.catalogue(),
        session.asOf(),
        FilterWords.of(query.part()),
        sheet);
  }

  /// Waits for layouts that are under way, and saves all places.
  @Override
  public void close() {
    List<LivingMaps> all;
    synchronized (this) {
      all = new ArrayList<>(living.values());
    }
    all.forEach(LivingMaps::stop);
    all.forEach(LivingMaps::close);
    blockLayouts.close();
  }
}
