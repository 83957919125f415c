package io.kubilitics.layout;

import io.kubilitics.layout.block.BlockGeometry;
import io.kubilitics.layout.block.BlockGraph;
import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.outline.BlockOutline;
import io.kubilitics.layout.outline.Outliner;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.FramePlan;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.layout.plan.PlanDelta;
import io.kubilitics.layout.plan.PlanDelta.FrameDelta;
import io.kubilitics.layout.slot.Cells;
import io.kubilitics.layout.slot.Packer;
import io.kubilitics.layout.slot.Packing;
import io.kubilitics.layout.slot.PackingRules;
import io.kubilitics.layout.slot.SlotEpoch;
import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Size;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One arrangement of one cluster that remembers places. Follows the topology delta by delta: only
/// frames that a delta touches are made anew, and in them only blocks whose content changed; what
/// is left keeps its slot. The first plan is a pure function of the objects, later ones of the
/// slots and the deltas in order.
///
/// One thread.
public final class Layout {
  private static final PackingRules BLOCKS = new PackingRules(16, 16, 10);
  private static final int BAND_GAP = 64;

  private final Grouping grouping;
  private final Arrangement arrangement;
  private final BlockLayouts blockLayouts;
  private final Packer blockPacker = new Packer(BLOCKS);
  private final Outliner outliner = new Outliner();
  private final SortedMap<String, FrameLayout> frames = new TreeMap<>();
  private final SortedMap<String, FramePlan> published = new TreeMap<>();
  private final Map<ResourceId, String> frameOf = new HashMap<>();
  private final Canvas canvas = new Canvas();
  private @Nullable Network followed;
  private SlotEpoch remembered = SlotEpoch.empty(1);
  private Plan plan;
  private PlanDelta delta = new PlanDelta(0, 0, 1, List.of(), List.of());

  /// @param blockLayouts may be shared; closed by whoever made it
  public Layout(Arrangement arrangement, BlockLayouts blockLayouts) {
    this.arrangement = arrangement;
    this.grouping = new Grouping(arrangement);
    this.blockLayouts = blockLayouts;
    this.plan = new Plan(arrangement, 0, 1, new Rect(0, 0, 0, 0), List.of());
  }

  /// A plan without a past: a function of the nodes and edges alone.
  ///
  /// @param revision of the topology the network is of
  public static Plan fresh(
      Arrangement arrangement, Network network, long revision, BlockLayouts blockLayouts) {
    Layout layout = new Layout(arrangement, blockLayouts);
    layout.start(network, revision);
    return layout.plan();
  }

  /// The latest plan.
  public Plan plan() {
    return plan;
  }

  /// What the last call changed.
  public PlanDelta delta() {
    return delta;
  }

  /// Forgets everything and arranges what there is.
  public void start(Network network, long revision) {
    start(network, revision, SlotEpoch.empty(1));
  }

  /// Forgets everything and arranges what there is where it is remembered to be; in another epoch
  /// if the slots are of one. Objects that the slots do not know find a place as new ones do.
  public void start(Network network, long revision, SlotEpoch slots) {
    frames.clear();
    frameOf.clear();
    followed = null;
    remembered = slots;
    canvas.restore(slots.frames(), slots.blocks());
    Set<String> touched = new TreeSet<>();
    placeAll(network, touched);
    arrange(network, revision, slots.epoch(), touched);
    followed = network;
    remembered = SlotEpoch.empty(slots.epoch());
  }

  /// Arranges everything anew, as if nothing had been remembered, and opens a new epoch.
  public void tidy(Network network, long revision) {
    start(network, revision, SlotEpoch.empty(plan.epoch() + 1));
  }

  /// All places there are now. With the same objects and these slots another layout gives
  /// everything the same place.
  public SlotEpoch slots() {
    SortedMap<String, Packing> blocks = new TreeMap<>();
    SortedMap<String, Cells> cells = new TreeMap<>();
    frames.forEach((key, frame) -> {
      blocks.put(key, frame.packing());
      frame.addCells(cells);
    });
    blocks.putAll(canvas.inside());
    return new SlotEpoch(plan.epoch(), canvas.packing(), blocks, cells);
  }

  /// Follows the topology.
  ///
  /// @param network of the newer revision
  /// @param touched every node and edge that differs from the one that was followed last
  public void follow(Network network, long revision, Touched touched) {
    Set<String> changed = new TreeSet<>();
    if (touched.isEverything()) {
      placeAll(network, changed);
    }
    for (ResourceId id : touched.nodes()) {
      moveWithItsOwn(network, id, changed);
      if (isOutlinedOtherwise(network, id)) {
        changed.add(frameOf.get(id));
      }
    }
    for (Touched.Pair edge : touched.edges()) {
      if (grouping.dependsOnOthers()) {
        moveWithItsOwn(network, edge.source(), changed);
        moveWithItsOwn(network, edge.target(), changed);
      }
      String frame = frameOf.get(edge.source());
      if (frame != null && frame.equals(frameOf.get(edge.target()))) {
        changed.add(frame);
      }
    }
    arrange(network, revision, plan.epoch(), changed);
    followed = network;
  }

  /// Whether a node that is there says anything new that counts for the outline of its frame; most
  /// of what objects say does not.
  private boolean isOutlinedOtherwise(Network network, ResourceId id) {
    int handle = network.find(id);
    Node now = handle == Network.NOBODY ? null : network.node(handle);
    if (now == null) {
      return false;
    }
    int former = followed == null ? Network.NOBODY : followed.find(id);
    Node before = former == Network.NOBODY || followed == null ? null : followed.node(former);
    return before == null || !Outliner.isSame(before, now);
  }

  private void placeAll(Network network, Set<String> changed) {
    for (ResourceId id : List.copyOf(frameOf.keySet())) {
      if (network.find(id) == Network.NOBODY) {
        take(id, changed);
      }
    }
    for (int handle = 0; handle < network.limit(); handle++) {
      Node node = network.node(handle);
      if (node != null) {
        place(network, handle, node.id(), changed);
        changed.add(frameOf.get(node.id()));
      }
    }
  }

  /// Whether the map has become half as large again as it had to be.
  public boolean isWorthTidying() {
    return canvas.isWorthTidying(sizes())
        || frames.values().stream().anyMatch(FrameLayout::isWorthTidying);
  }

  /// Finds the frame of a node, and of what it owns where that counts. Every node moves at most
  /// once, so that this ends also where owners go in a circle.
  private void moveWithItsOwn(Network network, ResourceId id, Set<String> touched) {
    Deque<ResourceId> open = new ArrayDeque<>(List.of(id));
    while (!open.isEmpty()) {
      ResourceId next = open.remove();
      int handle = network.find(next);
      if (handle == Network.NOBODY) {
        take(next, touched);
      } else if (place(network, handle, next, touched) && grouping.dependsOnOthers()) {
        network.forEachOut(
            handle,
            (relation, other) -> {
              Node owned = network.node(other);
              if (owned != null && network.relation(relation).relation().equals(Relation.OWNS)) {
                open.add(owned.id());
              }
            });
      }
    }
  }

  /// Puts a node into its frame.
  ///
  /// @return whether it stands in another frame than before, or in none before
  private boolean place(Network network, int handle, ResourceId id, Set<String> touched) {
    String now = grouping.frame(network, handle, id);
    String before = frameOf.get(id);
    if (now.equals(before)) {
      return false;
    }
    touched.add(now);
    if (before != null) {
      frame(before).remove(id);
      touched.add(before);
    }
    frame(now).add(id, handle);
    frameOf.put(id, now);
    return true;
  }

  private FrameLayout frame(String key) {
    return frames.computeIfAbsent(
        key,
        _ -> new FrameLayout(key, isBand(key) ? canvas::bandPacker : _ -> blockPacker, remembered));
  }

  private static boolean isBand(String key) {
    return key.equals(Grouping.CLUSTER);
  }

  private void take(ResourceId id, Set<String> touched) {
    String frame = frameOf.remove(id);
    if (frame != null) {
      frame(frame).remove(id);
      touched.add(frame);
    }
  }

  private void arrange(Network network, long revision, long epoch, Set<String> touched) {
    List<BlockGraph> graphs = new ArrayList<>();
    List<FrameLayout> begun = new ArrayList<>();
    for (String key : touched) {
      FrameLayout frame = frame(key);
      if (frame.isEmpty()) {
        frames.remove(key);
        continue;
      }
      List<BlockOutline> outlines =
          grouping.isByKind(key)
              ? outliner.kinds(network, frame.members())
              : outliner.apps(network, frame.members());
      graphs.addAll(frame.begin(outlines));
      begun.add(frame);
    }
    finish(begun, graphs);
    boolean moved = followed == null || isResized(touched);
    if (moved) {
      canvas.arrange(sizes());
    }
    finishBand(touched);
    publish(revision, epoch, touched, moved);
  }

  /// Whether any of these frames is new, gone, or of another size, so that others may have to move.
  private boolean isResized(Set<String> touched) {
    for (String key : touched) {
      FrameLayout frame = frames.get(key);
      FramePlan before = published.get(key);
      if (!isBand(key)
          && (frame == null || before == null || !frame.size().equals(before.rect().size()))) {
        return true;
      }
    }
    return false;
  }

  private void finish(Collection<FrameLayout> begun, List<BlockGraph> graphs) {
    Iterator<BlockGeometry> geometries = blockLayouts.lay(graphs).iterator();
    for (FrameLayout frame : begun) {
      if (!frame.isBand()) {
        frame.finish(geometries);
      }
    }
  }

  /// The band comes last, because it is made as wide as the map.
  private void finishBand(Set<String> touched) {
    FrameLayout band = frames.get(Grouping.CLUSTER);
    if (band != null && touched.contains(Grouping.CLUSTER)) {
      band.finish(Collections.emptyIterator());
    }
  }

  /// Frames as the canvas sees them; the band stands above and takes no slot.
  private Map<String, Size> sizes() {
    Map<String, Size> sizes = new HashMap<>();
    frames.forEach((key, frame) -> {
      if (!isBand(key)) {
        sizes.put(key, frame.size());
      }
    });
    return sizes;
  }

  /// Makes the plan and the delta.
  ///
  /// @param moved whether frames that were not touched may have moved
  private void publish(long revision, long epoch, Set<String> touched, boolean moved) {
    Set<String> keys = new TreeSet<>(touched);
    if (moved) {
      keys.addAll(frames.keySet());
      keys.addAll(published.keySet());
    }
    List<FrameDelta> changed = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    for (String key : keys) {
      FrameLayout frame = frames.get(key);
      FramePlan was = published.get(key);
      if (frame == null) {
        if (published.remove(key) != null) {
          gone.add(key);
        }
        continue;
      }
      FramePlan is = framePlan(key, frame, was, touched);
      FrameDelta difference = difference(was, is);
      if (was == null
          || !difference.rect().equals(was.rect())
          || !difference.blocks().isEmpty()
          || !difference.gone().isEmpty()) {
        published.put(key, is);
        changed.add(difference);
      }
    }
    delta = new PlanDelta(plan.revision(), revision, epoch, changed, gone);
    List<FramePlan> all = List.copyOf(published.values());
    plan =
        new Plan(
            arrangement,
            revision,
            epoch,
            bounds(all),
            all,
            moved ? canvas.districts(sizes().keySet()) : plan.districts());
  }

  private FramePlan framePlan(
      String key, FrameLayout frame, @Nullable FramePlan was, Set<String> touched) {
    Rect rect = rect(key, frame);
    if (was != null && was.rect().equals(rect) && !touched.contains(key)) {
      return was;
    }
    return new FramePlan(
        key,
        isBand(key) ? Frame.Type.CLUSTER : Frame.Type.GROUP,
        grouping.title(key),
        rect,
        was != null && !touched.contains(key) ? was.blocks() : frame.plans());
  }

  /// A frame is as large as its content, whatever room its slot has.
  private Rect rect(String key, FrameLayout frame) {
    Size size = frame.size();
    if (isBand(key)) {
      return new Rect(0, -BAND_GAP - size.height(), size.width(), size.height());
    }
    Point corner = canvas.corner(key);
    return new Rect(corner.x(), corner.y(), size.width(), size.height());
  }

  /// What did not change is the same object.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isOther(@Nullable Object was, Object is) {
    return was != is;
  }

  private static FrameDelta difference(@Nullable FramePlan was, FramePlan is) {
    Map<String, BlockPlan> before = new HashMap<>();
    if (was != null) {
      was.blocks().forEach(block -> before.put(block.key(), block));
    }
    List<BlockPlan> put = new ArrayList<>();
    for (BlockPlan block : is.blocks()) {
      if (isOther(before.remove(block.key()), block)) {
        put.add(block);
      }
    }
    return new FrameDelta(
        is.key(),
        is.rect(),
        put,
        before.keySet().stream().sorted(Comparator.naturalOrder()).toList());
  }

  private static Rect bounds(List<FramePlan> frames) {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    for (FramePlan frame : frames) {
      left = Math.min(left, frame.rect().x());
      top = Math.min(top, frame.rect().y());
      right = Math.max(right, frame.rect().right());
      bottom = Math.max(bottom, frame.rect().bottom());
    }
    return new Rect(left, top, right - left, bottom - top);
  }
}
