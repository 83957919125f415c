package io.kubilitics.topology;

/// Told of every revision, on one thread, in order, and must not block. The first call is the delta
/// from [Topology#EMPTY].
@FunctionalInterface
public interface TopologyListener {
  void onChange(Topology current, TopologyDelta delta);
}
