package io.kubilitics.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.CardPlan;
import io.kubilitics.layout.plan.FramePlan;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.layout.plan.PlanDelta;
import io.kubilitics.layout.plan.PlanDelta.FrameDelta;
import io.kubilitics.layout.plan.RoutePlan;
import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What must hold of every plan. Blocks that were looked at are not looked at again as long as they
/// are the same objects.
final class PlanCheck {
  private static final int GRID = 4;

  private IdentityHashMap<BlockPlan, Boolean> checked = new IdentityHashMap<>();

  /// Everything that holds of a plan by itself, and that it places what the network has.
  ///
  /// @return where everything stands
  Spots check(Plan plan, Network network) {
    IdentityHashMap<BlockPlan, Boolean> now = new IdentityHashMap<>();
    List<Rect> frames = new ArrayList<>();
    String last = null;
    for (FramePlan frame : plan.frames()) {
      isAfter(last, frame.key());
      last = frame.key();
      isOnGrid(frame.rect(), frame.key());
      if (!plan.bounds().contains(frame.rect())) {
        throw new AssertionError(frame.key() + " is out of bounds: " + frame.rect());
      }
      frames.add(frame.rect());
      frame(frame);
      for (BlockPlan block : frame.blocks()) {
        if (!checked.containsKey(block)) {
          block(block);
        }
        now.put(block, true);
      }
    }
    areApart(frames, "frames");
    checked = now;
    Spots spots = Spots.of(plan);
    int nodes = 0;
    for (int handle = 0; handle < network.limit(); handle++) {
      Node node = network.node(handle);
      if (node != null) {
        nodes++;
        if (!spots.holds(node.id())) {
          throw new AssertionError(node.id() + " stands nowhere");
        }
      }
    }
    assertThat(spots.count()).as("nothing stands that is gone").isEqualTo(nodes);
    return spots;
  }

  private static void frame(FramePlan frame) {
    Rect inside = new Rect(0, 0, frame.rect().width(), frame.rect().height());
    List<Rect> slots = new ArrayList<>();
    String last = null;
    for (BlockPlan block : frame.blocks()) {
      isAfter(last, block.key());
      last = block.key();
      isOnGrid(block.slot(), block.key());
      if (!inside.contains(block.slot())) {
        throw new AssertionError(block.key() + " is not in " + frame);
      }
      slots.add(block.slot());
    }
    areApart(slots, "blocks of " + frame.key());
  }

  private static void block(BlockPlan block) {
    Rect inside = new Rect(0, 0, block.slot().width(), block.slot().height());
    List<Rect> cards = new ArrayList<>();
    for (CardPlan card : block.cards()) {
      isOnGrid(card.rect(), card.id());
      if (!inside.contains(card.rect())
          || !card.rect().size().equals(card.shape().size(card.capacity()))) {
        throw new AssertionError(card.id() + " is not in its block or has a wrong size: " + card);
      }
      cards.add(card.rect());
      cells(card);
    }
    areApart(cards, "cards of " + block.key());
    block.routes().forEach(route -> route(route, cards, block));
  }

  private static void cells(CardPlan card) {
    Rect inside = new Rect(0, 0, card.rect().width(), card.rect().height());
    for (int number : card.cells().keySet()) {
      if (number < 0
          || number >= card.capacity()
          || !inside.contains(card.shape().cell(number, card.capacity()))) {
        throw new AssertionError("cell " + number + " of " + card.id() + " is not in its card");
      }
    }
  }

  private static void route(RoutePlan route, List<Rect> cards, BlockPlan block) {
    List<Point> points = route.points();
    if (points.isEmpty()) {
      return;
    }
    if (!isOnBorder(points.getFirst(), cards.get(route.source()))
        || !isOnBorder(points.getLast(), cards.get(route.target()))) {
      throw new AssertionError("a line does not end at its cards in " + block.key() + ": " + route);
    }
    Rect inside = new Rect(0, 0, block.slot().width(), block.slot().height());
    for (int at = 1; at < points.size(); at++) {
      Point from = points.get(at - 1);
      Point to = points.get(at);
      if (from.x() != to.x() && from.y() != to.y()) {
        throw new AssertionError("a line is not straight in " + block.key() + ": " + route);
      }
      Rect run =
          new Rect(
              Math.min(from.x(), to.x()),
              Math.min(from.y(), to.y()),
              Math.abs(from.x() - to.x()),
              Math.abs(from.y() - to.y()));
      if (!inside.contains(run)) {
        throw new AssertionError("a line leaves " + block.key() + ": " + route);
      }
      for (Rect card : cards) {
        if (run.x() < card.right()
            && card.x() < run.right()
            && run.y() < card.bottom()
            && card.y() < run.bottom()) {
          throw new AssertionError("a line crosses a card in " + block.key() + ": " + route);
        }
      }
    }
  }

  private static boolean isOnBorder(Point point, Rect card) {
    boolean onSide = point.x() == card.x() || point.x() == card.right();
    boolean onEdge = point.y() == card.y() || point.y() == card.bottom();
    return (onSide && point.y() >= card.y() && point.y() <= card.bottom())
        || (onEdge && point.x() >= card.x() && point.x() <= card.right());
  }

  private static void isAfter(@Nullable String last, String key) {
    if (last != null && last.compareTo(key) >= 0) {
      throw new AssertionError(key + " comes after " + last);
    }
  }

  private static void isOnGrid(Rect rect, Object of) {
    if (rect.x() % GRID != 0
        || rect.y() % GRID != 0
        || rect.width() % GRID != 0
        || rect.height() % GRID != 0) {
      throw new AssertionError(of + " is not on the grid: " + rect);
    }
  }

  /// Walks down over the rectangles; those that are open side by side never overlap, so each needs
  /// to be compared with its neighbours only.
  static void areApart(List<Rect> rects, String what) {
    record Side(int y, boolean opens, Rect rect) {}
    List<Side> sides = new ArrayList<>();
    for (Rect rect : rects) {
      sides.add(new Side(rect.y(), true, rect));
      sides.add(new Side(rect.bottom(), false, rect));
    }
    sides.sort(Comparator.comparingInt(Side::y).thenComparing(Side::opens));
    TreeMap<Integer, Rect> open = new TreeMap<>();
    for (Side side : sides) {
      Rect rect = side.rect();
      if (!side.opens()) {
        open.remove(rect.x());
        continue;
      }
      Map.Entry<Integer, Rect> left = open.floorEntry(rect.x());
      Map.Entry<Integer, Rect> right = open.ceilingEntry(rect.x());
      if (overlap(left, rect) || overlap(right, rect)) {
        throw new AssertionError(what + " overlap: " + rect + " and " + left + " or " + right);
      }
      open.put(rect.x(), rect);
    }
  }

  private static boolean overlap(Map.@Nullable Entry<Integer, Rect> one, Rect other) {
    return one != null && one.getValue().overlaps(other);
  }

  /// That a delta makes the newer plan of the older one and names nothing that did not change.
  @SuppressWarnings("ReferenceEquality")
  static void checkDelta(Plan before, PlanDelta delta, Plan after) {
    assertThat(delta.fromRevision()).isEqualTo(before.revision());
    assertThat(delta.toRevision()).isEqualTo(after.revision());
    assertThat(delta.epoch()).isEqualTo(after.epoch());
    Map<String, FramePlan> frames = new TreeMap<>();
    before.frames().forEach(frame -> frames.put(frame.key(), frame));
    delta.gone().forEach(key -> assertThat(frames.remove(key)).as(key).isNotNull());
    Map<String, FramePlan> newer = new TreeMap<>();
    after.frames().forEach(frame -> newer.put(frame.key(), frame));
    for (FrameDelta difference : delta.frames()) {
      FramePlan is = Objects.requireNonNull(newer.get(difference.key()));
      FramePlan was = frames.put(difference.key(), is);
      if (before.epoch() == after.epoch()) {
        assertThat(is).isNotEqualTo(was);
        assertThatAllDiffer(was, difference.blocks());
      }
      assertThat(difference.rect()).isEqualTo(is.rect());
      checkBlocks(was == null ? List.of() : was.blocks(), difference, is.blocks());
    }
    assertThat(frames.keySet()).isEqualTo(newer.keySet());
    frames.forEach((key, frame) -> {
      FramePlan is = Objects.requireNonNull(newer.get(key));
      if (is != frame) {
        assertThat(is.rect()).isEqualTo(frame.rect());
        areSame(frame.blocks(), is.blocks());
      }
    });
  }

  /// Only a plan that was arranged anew names what is where it was.
  private static void assertThatAllDiffer(@Nullable FramePlan was, List<BlockPlan> named) {
    Map<String, BlockPlan> before = new TreeMap<>();
    if (was != null) {
      was.blocks().forEach(block -> before.put(block.key(), block));
    }
    for (BlockPlan block : named) {
      if (block.equals(before.get(block.key()))) {
        throw new AssertionError(block.key() + " is named and did not change");
      }
    }
  }

  private static void checkBlocks(
      List<BlockPlan> before, FrameDelta difference, List<BlockPlan> after) {
    Map<String, BlockPlan> blocks = new TreeMap<>();
    before.forEach(block -> blocks.put(block.key(), block));
    difference.gone().forEach(key -> assertThat(blocks.remove(key)).as(key).isNotNull());
    difference.blocks().forEach(block -> blocks.put(block.key(), block));
    areSame(List.copyOf(blocks.values()), after);
  }

  @SuppressWarnings("ReferenceEquality")
  private static void areSame(List<BlockPlan> some, List<BlockPlan> others) {
    assertThat(some).hasSameSizeAs(others);
    for (int at = 0; at < some.size(); at++) {
      if (some.get(at) != others.get(at)) {
        throw new AssertionError(some.get(at).key() + " is another object");
      }
    }
  }
}
