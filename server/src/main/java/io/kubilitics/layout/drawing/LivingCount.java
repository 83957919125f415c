package io.kubilitics.layout.drawing;

import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.FramePlan;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What is counted of a living map, kept up to date for one viewer and one filter: only blocks that
/// a change can have reached are counted again. For one thread; what it makes is for any.
public final class LivingCount {
  /// Where an object stands.
  private record Home(String frame, String block) {}

  /// A map and what of it may look otherwise than in the map before.
  ///
  /// @param disturbed keys of frames with the keys of their blocks in the plan, those that are gone
  ///   left out; a frame whose own head alone may differ has none
  /// @param heads whether the head of every frame may differ
  public record Step(
      CountedMap map, SortedMap<String, SortedSet<String>> disturbed, boolean heads) {}

  private final Totals totals = new Totals();
  private final Map<ResourceId, Home> homes = new HashMap<>();
  private Map<String, CountedFrame> frames = new LinkedHashMap<>();
  private @Nullable Sight before;

  /// Counts what differs from the last time.
  ///
  /// @param plan of the revision of the network, in which everything stands once
  /// @param network as far as the viewer may see it
  /// @param shown the filter and the gaps count, and how kinds look
  /// @param since everything that differs from the last network
  public Step follow(Plan plan, Network network, Shown shown, Disturbance since) {
    Sight sight = Sight.ofFew(network, shown);
    SortedMap<String, SortedSet<String>> disturbed = new TreeMap<>();
    boolean all = since.everything() || before == null;
    boolean gaps = before != null && !before.shown().gaps().equals(shown.gaps());
    Set<Home> stale = new HashSet<>();
    followPlan(plan, stale, disturbed);
    if (all) {
      homes.values().forEach(stale::add);
    } else {
      followNodes(sight, since, stale);
      if (gaps) {
        followKnowledge(sight, stale);
      }
    }
    for (Home home : stale) {
      disturbed.computeIfAbsent(home.frame(), _ -> new TreeSet<>()).add(home.block());
    }
    frames = counted(plan, sight, stale);
    before = sight;
    return new Step(new CountedMap(plan, network, frames, totals), disturbed, all || gaps);
  }

  /// Finds the blocks that stand elsewhere or have other contents, and notes who lives in them.
  private void followPlan(
      Plan plan, Set<Home> stale, SortedMap<String, SortedSet<String>> disturbed) {
    Set<String> left = new HashSet<>(frames.keySet());
    List<Runnable> arrivals = new ArrayList<>();
    for (FramePlan frame : plan.frames()) {
      left.remove(frame.key());
      CountedFrame counted = frames.get(frame.key());
      FramePlan former = counted == null ? null : counted.plan();
      if (!frame.equals(former)) {
        disturbed.computeIfAbsent(frame.key(), _ -> new TreeSet<>());
        followBlocks(former, frame, stale, disturbed, arrivals);
      }
    }
    for (String gone : left) {
      FramePlan former = Objects.requireNonNull(frames.get(gone)).plan();
      disturbed.put(gone, new TreeSet<>());
      former.blocks().forEach(block -> leave(gone, block));
    }
    arrivals.forEach(Runnable::run);
  }

  private void followBlocks(
      @Nullable FramePlan former,
      FramePlan frame,
      Set<Home> stale,
      SortedMap<String, SortedSet<String>> disturbed,
      List<Runnable> arrivals) {
    Map<String, BlockPlan> known = byKey(former);
    for (BlockPlan block : frame.blocks()) {
      BlockPlan was = known.remove(block.key());
      if (block.equals(was)) {
        continue;
      }
      disturbed.computeIfAbsent(frame.key(), _ -> new TreeSet<>()).add(block.key());
      if (was != null && isMoved(was, block)) {
        continue;
      }
      if (was != null) {
        leave(frame.key(), was);
      }
      Home home = new Home(frame.key(), block.key());
      stale.add(home);
      arrivals.add(() -> BlockCount.ids(block).forEach(id -> homes.put(id, home)));
    }
    known.values().forEach(gone -> leave(frame.key(), gone));
  }

  /// Whether nothing but the place of a block differs.
  private static boolean isMoved(BlockPlan was, BlockPlan is) {
    return was.cards().equals(is.cards())
        && was.routes().equals(is.routes())
        && was.roots().equals(is.roots())
        && was.type() == is.type();
  }

  private void leave(String frame, BlockPlan block) {
    Home home = new Home(frame, block.key());
    BlockCount.ids(block).forEach(id -> homes.remove(id, home));
  }

  private static Map<String, BlockPlan> byKey(@Nullable FramePlan frame) {
    Map<String, BlockPlan> blocks = new LinkedHashMap<>();
    if (frame != null) {
      frame.blocks().forEach(block -> blocks.put(block.key(), block));
    }
    return blocks;
  }

  /// Finds the blocks in which something differs, or tells of something elsewhere that does.
  private void followNodes(Sight sight, Disturbance since, Set<Home> stale) {
    Sight former = Objects.requireNonNull(before);
    for (ResourceId id : since.nodes()) {
      add(id, stale);
      FarFacts.forEachReader(sight, id, reader -> add(reader, stale));
    }
    for (ResourceId id : since.ends()) {
      add(id, stale);
    }
    if (isPartial(sight)) {
      Set<ResourceId> near = new HashSet<>();
      surroundings(former, since, near);
      surroundings(sight, since, near);
      for (ResourceId id : near) {
        if ((former.node(id) == null) != (sight.node(id) == null)) {
          add(id, stale);
          sources(former, id).forEach(source -> add(source, stale));
          sources(sight, id).forEach(source -> add(source, stale));
        }
      }
    }
  }

  /// Whether something may come into sight or leave it although it has not changed itself.
  private static boolean isPartial(Sight sight) {
    return !sight.shown().filter().equals(Shown.EVERYTHING);
  }

  private static void surroundings(Sight sight, Disturbance since, Set<ResourceId> near) {
    for (Collection<ResourceId> ids : List.of(since.nodes(), since.ends())) {
      for (ResourceId id : ids) {
        near.add(id);
        int handle = sight.network().find(id);
        if (handle != Network.NOBODY) {
          Network.Visitor visitor =
              (_, other) -> {
                Node node = sight.network().node(other);
                if (node != null) {
                  near.add(node.id());
                }
              };
          sight.network().forEachOut(handle, visitor);
          sight.network().forEachIn(handle, visitor);
        }
      }
    }
  }

  /// What has an edge to an object.
  private static List<ResourceId> sources(Sight sight, ResourceId id) {
    List<ResourceId> sources = new ArrayList<>();
    int handle = sight.network().find(id);
    if (handle != Network.NOBODY) {
      sight
          .network()
          .forEachIn(
              handle,
              (_, other) -> {
                Node node = sight.network().node(other);
                if (node != null) {
                  sources.add(node.id());
                }
              });
    }
    return sources;
  }

  private void add(ResourceId id, Set<Home> stale) {
    Home home = homes.get(id);
    if (home != null) {
      stale.add(home);
    }
  }

  /// Finds the blocks with objects that look otherwise because more or less is known.
  private void followKnowledge(Sight sight, Set<Home> stale) {
    Sight former = Objects.requireNonNull(before);
    homes.forEach((id, home) -> {
      Node node = sight.node(id);
      if (node != null && former.look(node) != sight.look(node)) {
        stale.add(home);
        FarFacts.forEachReader(sight, id, reader -> add(reader, stale));
      }
    });
  }

  private Map<String, CountedFrame> counted(Plan plan, Sight sight, Set<Home> stale) {
    Set<String> frameKeys = new HashSet<>();
    stale.forEach(home -> frameKeys.add(home.frame()));
    Map<String, CountedFrame> next = new LinkedHashMap<>();
    for (FramePlan frame : plan.frames()) {
      CountedFrame former = frames.get(frame.key());
      boolean isSame =
          former != null && former.plan().equals(frame) && !frameKeys.contains(frame.key());
      next.put(frame.key(), isSame ? former : counted(former, frame, sight, stale));
    }
    frames.forEach((key, gone) -> {
      if (!next.containsKey(key)) {
        gone.counts().forEach(totals::remove);
      }
    });
    return next;
  }

  private CountedFrame counted(
      @Nullable CountedFrame former, FramePlan frame, Sight sight, Set<Home> stale) {
    Map<String, BlockCount> known = new HashMap<>();
    if (former != null) {
      for (int at = 0; at < former.counts().size(); at++) {
        known.put(former.plan().blocks().get(at).key(), former.counts().get(at));
      }
    }
    List<BlockCount> counts = new ArrayList<>();
    for (BlockPlan block : frame.blocks()) {
      BlockCount was = known.get(block.key());
      if (was == null || stale.contains(new Home(frame.key(), block.key()))) {
        BlockCount is = BlockCount.of(block, sight);
        totals.add(is);
        counts.add(is);
      } else {
        known.remove(block.key());
        counts.add(was);
      }
    }
    known.values().forEach(totals::remove);
    return CountedFrame.of(frame, counts);
  }
}
