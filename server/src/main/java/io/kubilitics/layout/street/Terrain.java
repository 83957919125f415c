package io.kubilitics.layout.street;

import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.CardPlan;
import io.kubilitics.layout.plan.FramePlan;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.layout.text.TextMeasure;
import io.kubilitics.layout.text.TextStyle;
import io.kubilitics.model.Rect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What stands in the way of lines between a few cards: the cards in their blocks, elsewhere in
/// their frames whole blocks, elsewhere whole frames. Immutable after construction.
final class Terrain {
  /// How far ends at one side of a card are apart.
  private static final int SPREAD = 12;

  private static final int FRAME_TITLE = 40;
  private static final int BLOCK_TITLE = 24;

  /// Room for what stands beside the title of a block.
  private static final int BLOCK_NOTE = 144;

  private final List<Rect> obstacles = new ArrayList<>();
  private final List<Rect> cards = new ArrayList<>();
  private final List<Rect> blocks = new ArrayList<>();
  private final List<Rect> frames = new ArrayList<>();
  private final List<Rect> titles = new ArrayList<>();
  private final Map<Spot, Integer> numbers = new HashMap<>();

  Terrain(Plan plan, Set<Spot> ends) {
    Set<String> opened = new HashSet<>();
    ends.forEach(end -> opened.add(end.frame().key()));
    for (FramePlan frame : plan.frames()) {
      frames.add(frame.rect());
      if (opened.contains(frame.key())) {
        open(frame, ends);
      } else {
        obstacles.add(frame.rect());
      }
    }
  }

  private void open(FramePlan frame, Set<Spot> ends) {
    Set<Integer> opened = new HashSet<>();
    ends.stream()
        .filter(end -> end.frame().key().equals(frame.key()))
        .forEach(end -> opened.add(end.block()));
    Rect rect = frame.rect();
    titles.add(new Rect(rect.x(), rect.y(), rect.width(), FRAME_TITLE));
    for (int block = 0; block < frame.blocks().size(); block++) {
      BlockPlan plan = frame.blocks().get(block);
      Rect slot = plan.slot().plus(rect.x(), rect.y());
      blocks.add(slot);
      if (opened.contains(block)) {
        open(frame, block, slot, ends);
      } else {
        obstacles.add(slot);
      }
    }
  }

  private void open(FramePlan frame, int block, Rect slot, Set<Spot> ends) {
    BlockPlan plan = frame.blocks().get(block);
    int title = TextMeasure.width(plan.title(), TextStyle.BLOCK_TITLE) + BLOCK_NOTE;
    titles.add(new Rect(slot.x(), slot.y(), Math.min(slot.width(), title), BLOCK_TITLE));
    List<CardPlan> inside = plan.cards();
    for (int card = 0; card < inside.size(); card++) {
      Spot spot = new Spot(frame, block, card);
      if (ends.contains(spot)) {
        numbers.put(spot, obstacles.size());
      }
      Rect rect = inside.get(card).rect().plus(slot.x(), slot.y());
      cards.add(rect);
      obstacles.add(rect);
    }
  }

  List<Rect> obstacles() {
    return obstacles;
  }

  /// The number of a card among the obstacles, one of the ends.
  int number(Spot end) {
    Integer number = numbers.get(end);
    if (number == null) {
      throw new IllegalArgumentException(end.id() + " is none of the ends");
    }
    return number;
  }

  GutterRouter router() {
    return new GutterRouter(
        obstacles,
        List.of(
            new Layer(cards, Streets.BLOCK_REACH),
            new Layer(blocks, Streets.BLOCK_REACH),
            new Layer(frames, Streets.FRAME_REACH)),
        titles,
        frames,
        SPREAD);
  }
}
