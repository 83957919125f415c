package io.kubilitics.topology.query;

import io.kubilitics.topology.Network;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A way that has not arrived, by its last node. Ways are ordered by what the whole will weigh at
/// least, then by their ids from the start on, a way before those that continue it.
///
/// @param before the way up to the node before, null at the start
/// @param leg the step from there, null at the start
/// @param hops how many steps it has
/// @param length what they weigh
/// @param total what the whole will weigh at least
/// @param text the last node's id
record PartialPath(
    int node,
    @Nullable PartialPath before,
    Weights.@Nullable Leg leg,
    int hops,
    int length,
    int total,
    String text)
    implements Comparable<PartialPath> {
  static PartialPath at(int node, int left, Network network) {
    return new PartialPath(node, null, null, 0, 0, left, Ids.of(network, node).toString());
  }

  /// One step further.
  ///
  /// @param left what is left from there
  PartialPath with(Weights.Leg next, int left, Network network) {
    int further = length + next.weight();
    return new PartialPath(
        next.to(),
        this,
        next,
        hops + 1,
        further,
        further + left,
        Ids.of(network, next.to()).toString());
  }

  boolean visits(int other) {
    for (PartialPath at = this; at != null; at = at.before) {
      if (at.node == other) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int compareTo(PartialPath other) {
    int order = Integer.compare(total, other.total);
    return order == 0 ? compareIds(this, other) : order;
  }

  private static int compareIds(@Nullable PartialPath one, @Nullable PartialPath other) {
    if (one == null || other == null) {
      return 0;
    }
    if (one.hops != other.hops) {
      boolean longer = one.hops > other.hops;
      int order = longer ? compareIds(one.before, other) : compareIds(one, other.before);
      return order == 0 ? Integer.compare(one.hops, other.hops) : order;
    }
    int order = compareIds(one.before, other.before);
    return order == 0 ? one.text.compareTo(other.text) : order;
  }

  Path path(Network network) {
    List<Path.Step> steps = new ArrayList<>();
    for (PartialPath at = this; at != null && at.leg != null; at = at.before) {
      steps.addFirst(at.leg.step(network));
    }
    return new Path(steps, length);
  }
}
