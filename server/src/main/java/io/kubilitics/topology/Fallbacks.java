package io.kubilitics.topology;

import io.kubilitics.model.Rank;
import io.kubilitics.model.ResourceId;
import io.kubilitics.store.SortedLongs;
import java.util.HashMap;
import java.util.Map;

/// The ranked facts of each group: which of them speak and which are only a fallback.
final class Fallbacks {
  private static final int LEVEL_SHIFT = 59;

  private final Graph graph;

  /// For each group its facts, ordered by level.
  private final Map<ResourceId, SortedLongs> groups = new HashMap<>();

  Fallbacks(Graph graph) {
    this.graph = graph;
  }

  /// The key of a ranked fact: level above the owner's handle (31 bits) and the index of the fact
  /// there ([Link#MOST_FACTS]).
  private static long key(int level, long ref) {
    return ((long) level << LEVEL_SHIFT) | ((long) FactRef.owner(ref) << 17) | FactRef.index(ref);
  }

  private static long ref(long key) {
    long place = key & ((1L << LEVEL_SHIFT) - 1);
    return FactRef.of((int) (place >>> 17), (int) place & (Link.MOST_FACTS - 1));
  }

  /// Returns the facts that may have to be silent because of this one.
  SortedLongs add(Rank rank, long ref) {
    SortedLongs before = group(rank.group());
    groups.put(rank.group(), before.with(key(rank.level(), ref)));
    return lowest(before) > rank.level() ? above(before, rank.level()) : SortedLongs.EMPTY;
  }

  /// Returns the facts that may speak now because this one is gone.
  SortedLongs remove(Rank rank, long ref) {
    SortedLongs after = group(rank.group()).without(key(rank.level(), ref));
    if (after.isEmpty()) {
      groups.remove(rank.group());
    } else {
      groups.put(rank.group(), after);
    }
    return lowest(after) > rank.level() ? above(after, rank.level()) : SortedLongs.EMPTY;
  }

  /// The facts that wait for this object to be there.
  SortedLongs waitingFor(ResourceId group) {
    SortedLongs members = groups.get(group);
    return members == null ? SortedLongs.EMPTY : above(members, 0);
  }

  boolean speaks(Rank rank) {
    return rank.level() == 0
        || (lowest(group(rank.group())) >= rank.level() && isThere(rank.group()));
  }

  private boolean isThere(ResourceId id) {
    int handle = graph.find(id);
    return handle >= 0 && graph.resource(handle) != null;
  }

  private SortedLongs group(ResourceId group) {
    return groups.getOrDefault(group, SortedLongs.EMPTY);
  }

  private static int lowest(SortedLongs members) {
    return (int) (members.firstIn(0, Long.MAX_VALUE, Long.MAX_VALUE) >>> LEVEL_SHIFT);
  }

  private static SortedLongs above(SortedLongs members, int level) {
    SortedLongs[] refs = {SortedLongs.EMPTY};
    members.forEach(
        (long) (level + 1) << LEVEL_SHIFT, Long.MAX_VALUE, key -> refs[0] = refs[0].with(ref(key)));
    return refs[0];
  }
}
