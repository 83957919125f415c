package io.kubilitics.source.cluster.connection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The connections to one API server: for every sort of errand its own, and one more when those are
/// full, since a server allows some 100 requests at once on one connection and a client makes no
/// second one by itself. Any thread.
final class Lanes {
  /// Makes a lane; contacts nobody.
  @FunctionalInterface
  interface Maker {
    Lane make(Errand errand, int number, TlsMaterial material);
  }

  private final Map<Errand, List<Lane>> lanes = new EnumMap<>(Errand.class);

  /// Those that take no more requests and still have some under way.
  private final Set<Lane> ending = new LinkedHashSet<>();

  private final Maker maker;
  private @Nullable TlsMaterial material;
  private int made;
  private boolean closed;

  Lanes(Maker maker) {
    this.maker = maker;
    for (Errand errand : Errand.values()) {
      lanes.put(errand, new ArrayList<>());
    }
  }

  /// A lane with a place for the request. Lanes of other material take no more requests from now on
  /// and end with their last one.
  ///
  /// @throws IOException after [#close]
  synchronized Lane enter(Errand errand, TlsMaterial wanted, BodyPipe pipe) throws IOException {
    if (closed) {
      throw new IOException("the connection is closed");
    }
    if (!wanted.equals(material)) {
      lanes.values().forEach(this::retireAll);
      material = wanted;
    }
    List<Lane> candidates = lanes.getOrDefault(errand, List.of());
    ending.removeIf(Lane::isOver);
    candidates.stream().filter(Lane::isRetired).filter(lane -> !lane.isOver()).forEach(ending::add);
    candidates.removeIf(Lane::isRetired);
    for (Lane lane : candidates) {
      if (lane.enter(pipe)) {
        return lane;
      }
    }
    made++;
    Lane lane = maker.make(errand, made, wanted);
    candidates.add(lane);
    if (!lane.enter(pipe)) {
      throw new IllegalStateException("a new lane has room");
    }
    return lane;
  }

  private void retireAll(List<Lane> lanes) {
    lanes.forEach(Lane::retire);
    ending.addAll(lanes);
    lanes.clear();
  }

  /// The request has ended. What is empty and not the first of its sort is given up.
  void leave(Lane lane, BodyPipe pipe) {
    lane.leave(pipe);
    synchronized (this) {
      for (List<Lane> same : lanes.values()) {
        if (same.size() > 1 && same.contains(lane) && lane.isIdle()) {
          same.remove(lane);
          lane.retire();
        }
      }
    }
  }

  /// How many lanes there are for an errand.
  synchronized int count(Errand errand) {
    return lanes.getOrDefault(errand, List.of()).size();
  }

  /// Ends everything that is under way, on lanes that take no more requests too.
  void close() {
    List<Lane> all = new ArrayList<>();
    synchronized (this) {
      closed = true;
      all.addAll(ending);
      ending.clear();
      lanes.values().forEach(all::addAll);
      lanes.values().forEach(List::clear);
    }
    all.forEach(lane -> lane.shutDown("the connection is closed"));
  }
}
