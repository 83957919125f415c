package io.kubilitics.check;

import io.kubilitics.model.Finding;
import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.topology.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// What was found, in order of level, code and object.
///
/// @param list of each code at most [#MOST_OF_A_CODE]
/// @param more how many more there are of a code
/// @param counts of all, kept or not
public record Findings(
    List<Finding> list, SortedMap<String, Integer> more, Map<Level, Integer> counts) {
  /// Who has more of the same does not read them one by one.
  public static final int MOST_OF_A_CODE = 1_000;

  public Findings {
    list = List.copyOf(list);
    more = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(more));
    counts = Map.copyOf(counts);
  }

  /// Everything that is wrong in a snapshot.
  public static Findings of(Topology topology, Viewer viewer, WorldMode mode) {
    return of(topology, viewer, mode, List.of(), _ -> true);
  }

  /// Everything that is wrong in a snapshot, and what else is known.
  ///
  /// @param others what no snapshot knows, such as documents that could not be read
  /// @param wanted which to keep
  public static Findings of(
      Topology topology,
      Viewer viewer,
      WorldMode mode,
      Collection<Finding> others,
      Predicate<Finding> wanted) {
    World world = new World(topology, viewer, mode);
    Collected collected = new Collected(wanted);
    for (int handle = 0; handle < world.network().limit(); handle++) {
      Subject subject = world.subject(handle);
      if (subject != null) {
        check(subject, collected);
      }
    }
    Checks.OF_WORLDS.forEach(check -> check.check(world, collected));
    others.forEach(collected::add);
    return collected.end();
  }

  /// What is wrong with one object; nothing when it is not there, or not for this viewer. What only
  /// the whole snapshot shows is not among it.
  public static Findings of(Topology topology, ResourceId id, Viewer viewer, WorldMode mode) {
    Collected collected = new Collected(_ -> true);
    Subject subject = new World(topology, viewer, mode).subject(id);
    if (subject != null) {
      check(subject, collected);
    }
    return collected.end();
  }

  private static void check(Subject subject, Report report) {
    for (Check check : Checks.OF_OBJECTS) {
      if (check.kinds().isEmpty() || check.kinds().contains(subject.id().kind())) {
        check.check(subject, report);
      }
    }
  }

  /// How many there are of a level, kept or not.
  public int count(Level level) {
    return counts.getOrDefault(level, 0);
  }

  /// Whether there is any of this level or worse.
  public boolean isAny(Level level) {
    return counts.keySet().stream().anyMatch(each -> each.isAtLeast(level));
  }

  /// Keeps the first of each code, whatever the order in which they come.
  private static final class Collected implements Report {
    private final Predicate<Finding> wanted;
    private final Map<String, TreeSet<Finding>> kept = new TreeMap<>();
    private final SortedMap<String, Integer> more = new TreeMap<>();
    private final Map<Level, Integer> counts = new EnumMap<>(Level.class);

    Collected(Predicate<Finding> wanted) {
      this.wanted = wanted;
    }

    @Override
    public void add(Finding finding) {
      if (!wanted.test(finding)) {
        return;
      }
      TreeSet<Finding> ofCode = kept.computeIfAbsent(finding.code(), _ -> new TreeSet<>());
      if (!ofCode.add(finding)) {
        return;
      }
      counts.merge(finding.level(), 1, Integer::sum);
      if (ofCode.size() > MOST_OF_A_CODE) {
        ofCode.pollLast();
        more.merge(finding.code(), 1, Integer::sum);
      }
    }

    Findings end() {
      List<Finding> all = new ArrayList<>();
      kept.values().forEach(all::addAll);
      all.sort(null);
      return new Findings(all, more, counts);
    }
  }
}
