package io.kubilitics.layout;

import io.kubilitics.layout.block.BlockGeometry;
import io.kubilitics.layout.block.BlockGraph;
import io.kubilitics.layout.outline.BlockOutline;
import io.kubilitics.layout.outline.Members;
import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.slot.Cells;
import io.kubilitics.layout.slot.Item;
import io.kubilitics.layout.slot.Packer;
import io.kubilitics.layout.slot.Packing;
import io.kubilitics.layout.slot.SlotEpoch;
import io.kubilitics.model.Rect;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// One frame: who is in it, its blocks, and the slots they have. One thread.
final class FrameLayout {
  static final int PAD = 20;
  static final int TITLE = 52;

  /// A block as it was made last.
  ///
  /// @param size of its content
  /// @param plan at the place it had last, or at none yet
  private record Made(BlockOutline outline, BlockDraft draft, Size size, BlockPlan plan) {
    Made at(BlockPlan place) {
      return new Made(outline, draft, size, place);
    }
  }

  private final String key;
  private final Function<List<Item>, Packer> packer;
  private final Members members = new Members();
  private Map<String, Made> blocks = new LinkedHashMap<>();
  private List<BlockDraft> drafts = List.of();
  private List<BlockOutline> outlines = List.of();
  private Packing packing;
  private SlotEpoch remembered;
  private SortedMap<String, BlockPlan> placed = new TreeMap<>();

  /// @param remembered where everything was before
  FrameLayout(String key, Function<List<Item>, Packer> packer, SlotEpoch remembered) {
    this.key = key;
    this.packer = packer;
    this.packing = SlotKeys.blocks(remembered, key);
    this.remembered = remembered;
  }

  void add(ResourceId id, int handle) {
    members.add(id, handle);
  }

  void remove(ResourceId id) {
    members.remove(id);
  }

  Members members() {
    return members;
  }

  boolean isBand() {
    return key.equals(Grouping.CLUSTER);
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  /// First step: takes the new outlines and finds what must be laid out anew.
  ///
  /// @return the graphs of blocks with lines that changed, to be given to [#finish] laid out
  List<BlockGraph> begin(List<BlockOutline> now) {
    outlines = now;
    Map<ResourceId, Cells> ofAll = null;
    drafts = new ArrayList<>();
    List<BlockGraph> graphs = new ArrayList<>();
    for (BlockOutline outline : now) {
      Made before = blocks.get(outline.key());
      if (before != null && before.outline.equals(outline)) {
        continue;
      }
      Map<ResourceId, Cells> cells;
      if (before != null && hasCellsForAll(before, outline)) {
        cells = before.draft.cells();
      } else {
        cells = ofAll == null ? cells() : ofAll;
        ofAll = cells;
      }
      BlockDraft draft =
          BlockDraft.of(
              outline,
              cells,
              before == null ? SlotKeys.grid(remembered, key, outline.key()) : before.draft.grid());
      drafts.add(draft);
      if (!draft.isGrid()) {
        graphs.add(draft.graph());
      }
    }
    return graphs;
  }

  /// Whether no card with cells is new in its block, so that other blocks need not be looked at.
  private static boolean hasCellsForAll(Made before, BlockOutline outline) {
    return outline.cards().stream()
        .allMatch(card -> !card.shape().hasCells() || before.draft.cells().containsKey(card.id()));
  }

  /// The cells of all cards of the frame, also of those that change their block.
  private Map<ResourceId, Cells> cells() {
    Map<ResourceId, Cells> cells = rememberedCells();
    for (Made made : blocks.values()) {
      cells.putAll(made.draft.cells());
    }
    return cells;
  }

  private Map<ResourceId, Cells> rememberedCells() {
    Map<ResourceId, Cells> cells = new HashMap<>();
    if (!remembered.cells().isEmpty()) {
      outlines.stream()
          .flatMap(outline -> outline.cards().stream())
          .filter(card -> card.shape().hasCells())
          .forEach(card -> cells.put(card.id(), SlotKeys.cells(remembered, card.id())));
    }
    return cells;
  }

  /// Second step: takes the laid out graphs, in the order in which they were given, and finds
  /// slots.
  void finish(Iterator<BlockGeometry> geometries) {
    Map<String, BlockDraft> changed = new HashMap<>();
    for (BlockDraft draft : drafts) {
      changed.put(draft.outline().key(), draft);
    }
    Map<String, Made> made = new LinkedHashMap<>();
    for (BlockOutline outline : outlines) {
      BlockDraft draft = changed.get(outline.key());
      if (draft == null) {
        Made before = blocks.get(outline.key());
        made.put(outline.key(), before);
      } else {
        BlockPlan plan = draft.isGrid() ? draft.laidOut() : draft.laidOut(geometries.next());
        made.put(outline.key(), new Made(outline, draft, plan.slot().size(), plan));
      }
    }
    blocks = made;
    drafts = List.of();
    remembered = SlotEpoch.empty(remembered.epoch());
    List<Item> items = items();
    Packer suiting = packer.apply(items);
    packing = packing.count() == 0 ? suiting.pack(items) : suiting.update(packing, items);
  }

  private List<Item> items() {
    return blocks.values().stream().map(made -> new Item(made.outline.key(), made.size)).toList();
  }

  /// How large it would be if it were packed anew.
  Size freshSize() {
    List<Item> items = items();
    return framed(packer.apply(items).pack(items).size());
  }

  Packing packing() {
    return packing;
  }

  /// Tells the cells of all cards and of all blocks without lines.
  void addCells(Map<String, Cells> all) {
    blocks.forEach((block, made) -> {
      made.draft.cells().forEach((card, cells) -> all.put(SlotKeys.card(card), cells));
      if (made.draft.isGrid()) {
        all.put(SlotKeys.grid(key, block), made.draft.grid());
      }
    });
  }

  Size size() {
    return framed(packing.size());
  }

  private static Size framed(Size content) {
    return new Size(content.width() + 2 * PAD, content.height() + PAD + TITLE);
  }

  /// The blocks in their slots, by key; those that did not change are the same objects as before.
  List<BlockPlan> plans() {
    SortedMap<String, BlockPlan> now = new TreeMap<>();
    for (Map.Entry<String, Made> entry : blocks.entrySet()) {
      String key = entry.getKey();
      Rect slot = packing.slot(key).orElseThrow().plus(PAD, TITLE);
      BlockPlan before = placed.get(key);
      Made made = entry.getValue();
      BlockPlan is = made.plan.at(slot);
      if (before != null && isSame(before, is)) {
        is = before;
      }
      entry.setValue(made.at(is));
      now.put(key, is);
    }
    placed = now;
    return List.copyOf(now.values());
  }

  /// What was not made anew is seen at once: its cards are the same object.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(BlockPlan before, BlockPlan is) {
    return before == is
        || (before.slot().equals(is.slot()) && (before.cards() == is.cards() || before.equals(is)));
  }
}
