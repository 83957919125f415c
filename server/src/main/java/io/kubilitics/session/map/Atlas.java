package io.kubilitics.session.map;

import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.slot.SlotStore;
import io.kubilitics.layout.slot.SlotsInMemory;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Viewer;
import io.kubilitics.session.Readiness;
import io.kubilitics.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The maps of all clusters of a process. What is alike in several clusters is laid out once. Any
/// thread may ask. Closed before the clusters are.
public final class Atlas implements AutoCloseable {
  private final Function<ClusterId, SlotStore> stores;
  private final BlockLayouts blockLayouts = new BlockLayouts();
  private final FreshMaps freshMaps = new FreshMaps(blockLayouts);

  /// In the order of opening.
  private final Map<ClusterId, LivingMaps> living = new HashMap<>();

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

  /// Whether the cluster has maps that live: they start when it has been read, because the first
  /// layout is made of the objects alone and must not depend on the order of reading.
  public synchronized boolean lives(Session session) {
    return living.containsKey(session.cluster())
        || session.readiness() instanceof Readiness.Ready;
  }

  /// The living maps of a cluster that [#lives].
  public synchronized LivingMaps of(Session session) {
    return living.computeIfAbsent(
        session.cluster(),
        cluster -> LivingMaps.of(cluster, session::follow, blockLayouts, stores.apply(cluster)));
  }

  /// The places of a cluster as they are asked for. With a focus, and while the cluster is still
  /// being read, they are made for this answer.
  ///
  /// @throws io.kubilitics.problem.ProblemException `Busy`; `NotFound` when the focus is not there
  public Subject subject(Session session, MapQuery query, Arrange arrange, Viewer viewer)
      throws InterruptedException {
    boolean keeps =
        arrange == Arrange.KEEP && query.part().focus().isEmpty() && lives(session);
    Sheet sheet =
        keeps
            ? Sheet.kept(of(session).latest(query.arrangement()), query.part(), viewer)
            : Sheet.fresh(
                session.topology(), query.arrangement(), query.part(), viewer, freshMaps);
    return new Subject(session.cluster(), session.catalogue(), session.asOf(), sheet);
  }

  /// Waits for layouts that are under way, and saves all places.
  @Override
  public void close() {
    List<LivingMaps> all;
    synchronized (this) {
      all = new ArrayList<>(living.values());
    }
    all.forEach(LivingMaps::close);
    blockLayouts.close();
  }
}
