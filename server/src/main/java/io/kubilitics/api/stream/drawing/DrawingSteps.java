package io.kubilitics.api.stream.drawing;

import io.kubilitics.api.stream.Edition;
import io.kubilitics.api.stream.item.Item;
import io.kubilitics.api.stream.item.ItemLog;
import io.kubilitics.layout.drawing.CountedMap;
import io.kubilitics.layout.drawing.Disturbance;
import io.kubilitics.layout.drawing.LivingCount;
import io.kubilitics.layout.drawing.Shown;
import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.FramePlan;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.layout.street.Streets;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Street;
import io.kubilitics.topology.Network;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Goes from one map to the next: what a step can have reached is composed again, everything else
/// is as it was. For one thread.
///
/// The ages of objects are told in detail only. A block tells them as of when it was made; it is
/// made again after [#LASTING] of the cluster's time, a part of them at a time.
final class DrawingSteps {
  /// Of more, whether they really look otherwise is not worth finding out.
  private static final int MOST_COMPOSED = 500;

  /// Seconds after which a block is made again for its ages alone.
  private static final int LASTING = 300;

  /// Blocks that are made again at once for that.
  private static final int MOST_AGED = 100;

  private final Level level;
  private final StreetPlan streets;
  private final LongSupplier nanoTime;
  private final ItemLog log;
  private LivingCount count = new LivingCount();
  private NavigableMap<String, Frame> heads = new TreeMap<>();

  private @Nullable CountedMap map;
  private @Nullable LongFunction<Shown> shown;
  private @Nullable DrawnItems items;
  private long agedUntil = Long.MAX_VALUE;

  DrawingSteps(Level level, LongSupplier nanoTime) {
    this(level, nanoTime, new ItemLog());
  }

  private DrawingSteps(Level level, LongSupplier nanoTime, ItemLog log) {
    this.level = level;
    this.nanoTime = nanoTime;
    this.log = log;
    streets = new StreetPlan(level, nanoTime);
  }

  /// Goes on at a level, which is to begin anew if it is another one.
  DrawingSteps at(Level other) {
    return other == level ? this : new DrawingSteps(other, nanoTime, log.anew());
  }

  Level level() {
    return level;
  }

  Optional<Edition> latest() {
    return log.latest();
  }

  /// Everything is counted anew the next time.
  void startAnew() {
    count = new LivingCount();
    heads = new TreeMap<>();
  }

  /// Goes to a map.
  ///
  /// @param network as far as the viewer may see it
  /// @param since what differs from the last map
  /// @param moved whether anything stands elsewhere
  void follow(Plan plan, Network network, Shown wanted, Disturbance since, boolean moved) {
    LivingCount.Step step = count.follow(plan, network, wanted, since);
    map = step.map();
    shown = asOf -> as(wanted, asOf);
    if (moved
        || step.heads()
        || !since.ends().isEmpty()
        || !wanted.filter().equals(Shown.EVERYTHING)) {
      streets.disturb();
    }
    long asOf = level == Level.DETAIL ? wanted.asOf().getEpochSecond() : 0;
    Map<String, Street> ways = ways(plan, network, wanted);
    NavigableMap<String, Frame> joined = joined(step, wanted);
    DrawnItems drawn = new DrawnItems(step.map(), shown, joined, ways);
    ItemLog.Draft draft = log.draft();
    if (step.map().hasDistricts(wanted)) {
      draft.topics().forEach(topic -> keepFrame(draft, topic, Set.of(DrawnItems.FRAME)));
      joined.keySet().forEach(key -> put(draft, drawn, key, DrawnItems.FRAME, asOf));
      draft.topics().stream()
          .filter(topic -> !joined.containsKey(topic))
          .forEach(topic -> keepFrame(draft, topic, Set.of()));
    } else {
      frames(step, drawn, draft, asOf);
    }
    ofAll(drawn, draft, ways);
    publish(draft, drawn);
    agedUntil = Math.min(agedUntil, asOf == 0 ? Long.MAX_VALUE : asOf + LASTING);
  }

  private void publish(ItemLog.Draft draft, DrawnItems drawn) {
    draft.publish(drawn);
    items = drawn;
  }

  private static Shown as(Shown wanted, long asOf) {
    return new Shown(
        wanted.cluster(),
        DrawnItems.moment(asOf),
        wanted.level(),
        null,
        wanted.filter(),
        wanted.filters(),
        wanted.gaps(),
        wanted.appearance());
  }

  private Map<String, Street> ways(Plan plan, Network network, Shown wanted) {
    return streets.streets(() -> Streets.of(plan, network, wanted.filter(), level));
  }

  private void frames(LivingCount.Step step, DrawnItems drawn, ItemLog.Draft draft, long asOf) {
    int disturbed = step.disturbed().values().stream().mapToInt(Collection::size).sum();
    boolean isCompared = log.latest().isPresent() && disturbed <= MOST_COMPOSED;
    if (log.latest().isPresent() && step.heads()) {
      for (FramePlan frame : step.map().plan().frames()) {
        if (!step.disturbed().containsKey(frame.key())) {
          frame(frame.key(), new TreeSet<>(), drawn, draft, asOf, true);
        }
      }
    }
    step.disturbed().forEach((key, blocks) -> frame(key, blocks, drawn, draft, asOf, isCompared));
    if (step.heads()) {
      Set<String> there = new HashSet<>();
      step.map().plan().frames().forEach(frame -> there.add(frame.key()));
      for (String topic : draft.topics()) {
        if (!there.contains(topic)) {
          keepFrame(draft, topic, Set.of());
        }
      }
    }
  }

  private void frame(
      String key,
      SortedSet<String> disturbed,
      DrawnItems drawn,
      ItemLog.Draft draft,
      long asOf,
      boolean isCompared) {
    Set<String> keys = new HashSet<>();
    if (drawn.frame(key, asOf).isPresent()) {
      keys.add(DrawnItems.FRAME);
      if (isCompared) {
        put(draft, drawn, key, DrawnItems.FRAME, asOf);
      } else {
        draft.put(key, DrawnItems.FRAME, asOf);
      }
      for (Map.Entry<String, BlockPlan> block : drawn.blocks(key).entrySet()) {
        String item = DrawnItems.block(block.getKey());
        keys.add(item);
        if (disturbed.contains(block.getValue().key()) || draft.item(key, item) == null) {
          if (isCompared) {
            put(draft, drawn, key, item, asOf);
          } else {
            draft.put(key, item, asOf);
          }
        }
      }
    }
    keepFrame(draft, key, keys);
  }

  private static void put(
      ItemLog.Draft draft, DrawnItems drawn, String topic, String key, long asOf) {
    draft.put(topic, key, drawn.text(topic, key, asOf), asOf);
  }

  /// Takes out of a topic what is of a frame and not among these.
  private static void keepFrame(ItemLog.Draft draft, String topic, Set<String> keys) {
    for (String key : draft.keys(topic)) {
      if (DrawnItems.isOfFrame(key) && !keys.contains(key)) {
        draft.remove(topic, key);
      }
    }
  }

  private static void ofAll(DrawnItems drawn, ItemLog.Draft draft, Map<String, Street> ways) {
    put(draft, drawn, DrawnItems.OF_ALL, DrawnItems.REGION, 0);
    for (String key : draft.keys(DrawnItems.OF_ALL)) {
      if (DrawnItems.isStreet(key) && !ways.containsKey(key)) {
        draft.remove(DrawnItems.OF_ALL, key);
      }
    }
    ways.keySet().forEach(key -> put(draft, drawn, DrawnItems.OF_ALL, key, 0));
  }

  /// The frames of an overview with districts; empty where there are none.
  private NavigableMap<String, Frame> joined(LivingCount.Step step, Shown wanted) {
    NavigableMap<String, Frame> joined = new TreeMap<>();
    if (!step.map().hasDistricts(wanted)) {
      heads.clear();
      return joined;
    }
    boolean all = step.heads() || heads.isEmpty();
    for (FramePlan frame : step.map().plan().frames()) {
      if (all || step.disturbed().containsKey(frame.key())) {
        heads.remove(frame.key());
        step.map().frame(frame.key(), wanted).ifPresent(head -> heads.put(frame.key(), head));
      }
    }
    for (String key : step.disturbed().keySet()) {
      if (step.map().frame(key, wanted).isEmpty()) {
        heads.remove(key);
      }
    }
    List<Frame> drawn = new ArrayList<>(heads.values());
    for (Frame frame : step.map().joined(drawn)) {
      joined.put(frame.key(), frame);
    }
    return joined;
  }

  /// Whether something is to be made again although nothing has changed.
  boolean isLate(Instant now) {
    return streets.isStale() || isAged(now);
  }

  private boolean isAged(Instant now) {
    return now.getEpochSecond() >= agedUntil;
  }

  /// Makes again what is late, as much of it as should be done at once.
  void catchUp(Instant now) {
    CountedMap latest = map;
    LongFunction<Shown> wanted = shown;
    DrawnItems before = items;
    boolean isDue = streets.isDue() || isAged(now);
    if (!isDue || latest == null || wanted == null || before == null) {
      return;
    }
    ItemLog.Draft draft = log.draft();
    DrawnItems drawn = before;
    if (streets.isDue()) {
      Map<String, Street> ways = ways(latest.plan(), latest.network(), wanted.apply(0));
      drawn = before.with(ways);
      ofAll(drawn, draft, ways);
    }
    age(draft, drawn, now.getEpochSecond());
    publish(draft, drawn);
  }

  private void age(ItemLog.Draft draft, DrawnItems drawn, long now) {
    if (level != Level.DETAIL) {
      return;
    }
    Map<String, List<String>> old = new LinkedHashMap<>();
    int found = 0;
    long oldest = Long.MAX_VALUE;
    for (String topic : draft.topics()) {
      for (String key : draft.keys(topic)) {
        Item item = draft.item(topic, key);
        if (item == null || !DrawnItems.isBlock(key)) {
          continue;
        }
        if (item.asOf() + LASTING <= now && found < MOST_AGED) {
          old.computeIfAbsent(topic, _ -> new ArrayList<>()).add(key);
          found++;
        } else {
          oldest = Math.min(oldest, item.asOf() + LASTING);
        }
      }
    }
    old.forEach((topic, keys) -> keys.forEach(key -> put(draft, drawn, topic, key, now)));
    agedUntil = Math.min(oldest, found == 0 ? Long.MAX_VALUE : now + LASTING);
  }
}
