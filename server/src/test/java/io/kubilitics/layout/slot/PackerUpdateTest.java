package io.kubilitics.layout.slot;

import static io.kubilitics.layout.slot.PackerTest.item;
import static io.kubilitics.layout.slot.RandomItems.BLOCKS;
import static io.kubilitics.layout.slot.RandomItems.FRAMES;
import static io.kubilitics.layout.slot.SlowOracle.assertSound;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Rect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackerUpdateTest {
  private final Packer packer = new Packer(BLOCKS);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyHistoryStaysSoundAndWhoFitsIsNotMovedWithoutNeed(long seed) {
    history(BLOCKS, RandomItems.blocks(seed), 5 + Math.toIntExact(seed) * 12, 300);
    history(FRAMES, RandomItems.frames(seed), 5 + Math.toIntExact(seed) * 12, 300);
  }

  private static void history(PackingRules rules, RandomItems source, int count, int edits) {
    Packer packer = new Packer(rules);
    List<Item> items = source.many(count);
    Packing packing = packer.pack(items);
    for (int edit = 0; edit < edits; edit++) {
      List<Item> next = source.edited(items);
      Packing after = packer.update(packing, next);

      assertSound(rules, after, next);
      if (everybodyFits(packing, next)) {
        assertThat(Movement.between(packing.slots(), after.slots()).moved()).isZero();
      }
      items = next;
      packing = after;
    }
  }

  /// Newcomers aside: they never move anybody.
  private static boolean everybodyFits(Packing packing, List<Item> items) {
    return items.stream()
        .allMatch(item ->
            packing
                .slot(item.key())
                .map(slot ->
                    item.size().width() <= slot.width() && item.size().height() <= slot.height())
                .orElse(true));
  }

  private static Packing packing(Object... keysAndSlots) {
    Map<String, Rect> slots = new HashMap<>();
    for (int at = 0; at < keysAndSlots.length; at += 2) {
      slots.put((String) keysAndSlots[at], (Rect) keysAndSlots[at + 1]);
    }
    return Packing.of(slots);
  }

  @Test
  void nothingNewGivesTheSamePacking() {
    List<Item> items = RandomItems.blocks(1).many(50);
    Packing packing = packer.pack(items);

    assertThat(packer.update(packing, items)).isSameAs(packing);
    assertThat(packer.update(packing, new ArrayList<>(items).reversed())).isSameAs(packing);
  }

  @Test
  void anItemThatFitsKeepsItsSlotExactly() {
    Packing before = packing("a", new Rect(0, 0, 400, 200), "b", new Rect(416, 0, 300, 200));

    assertThat(packer.update(before, List.of(item("a", 300, 100), item("b", 300, 200))))
        .isSameAs(before);
  }

  @Test
  void aSlotShrinksOnlyBelowAThird() {
    Packing before = packing("a", new Rect(0, 0, 300, 300), "b", new Rect(316, 0, 300, 300));

    assertThat(packer.update(before, List.of(item("a", 100, 300), item("b", 300, 300))))
        .isSameAs(before);
    assertThat(packer.update(before, List.of(item("a", 100, 296), item("b", 300, 300))).slot("a"))
        .contains(new Rect(0, 0, 100, 296));
  }

  @Test
  void anItemGrowsWhereItIsWhenThereIsRoom() {
    Packing before =
        packing(
            "a", new Rect(0, 0, 300, 100),
            "b", new Rect(316, 0, 300, 400),
            "c", new Rect(0, 200, 300, 200));

    Packing after =
        packer.update(
            before, List.of(item("a", 300, 184), item("b", 300, 400), item("c", 300, 200)));

    assertThat(after.slot("a")).contains(new Rect(0, 0, 300, 184));
    assertThat(Movement.between(before.slots(), after.slots()).moved()).isZero();
  }

  @Test
  void whatLiesBelowIsPushedOnlyAsFarAsNeeded() {
    Packing before =
        packing(
            "a", new Rect(0, 0, 300, 100),
            "below", new Rect(0, 116, 300, 100),
            "beside", new Rect(316, 0, 300, 600),
            "far", new Rect(0, 260, 300, 340));

    Packing after =
        packer.update(
            before,
            List.of(
                item("a", 300, 128),
                item("below", 300, 100),
                item("beside", 300, 600),
                item("far", 300, 340)));

    assertThat(after.slot("below")).contains(new Rect(0, 144, 300, 100));
    assertThat(after.slot("far")).isEqualTo(before.slot("far"));
    assertThat(after.slot("beside")).isEqualTo(before.slot("beside"));
  }

  @Test
  void whoIsPushedGivesUpItsSpareRoomFirst() {
    Packing before =
        packing(
            "a", new Rect(0, 0, 300, 100),
            "roomy", new Rect(0, 116, 300, 150),
            "last", new Rect(0, 282, 300, 100));

    Packing after =
        packer.update(
            before, List.of(item("a", 300, 128), item("roomy", 300, 100), item("last", 300, 100)));

    assertThat(after.slot("roomy")).contains(new Rect(0, 144, 300, 122));
    assertThat(after.slot("last")).isEqualTo(before.slot("last"));
  }

  @Test
  void aNewItemTakesAHole() {
    List<Item> items = RandomItems.blocks(2).many(40);
    Packing full = packer.pack(items);
    List<Item> without = new ArrayList<>(items);
    Item gone = without.remove(11);
    Packing holed = packer.update(full, without);

    without.add(new Item("new", gone.size()));
    Packing refilled = packer.update(holed, without);

    assertThat(refilled.size()).isEqualTo(full.size());
    assertThat(Movement.between(holed.slots(), refilled.slots()).moved()).isZero();
  }

  @Test
  void theContainerShrinksOnlyAtItsEnd() {
    Packing before =
        packing(
            "a", new Rect(0, 0, 300, 100),
            "b", new Rect(316, 0, 300, 100),
            "c", new Rect(0, 116, 300, 100));
    Item a = item("a", 300, 100);
    Item b = item("b", 300, 100);
    Item c = item("c", 300, 100);

    assertThat(packer.update(before, List.of(b, c)).size()).isEqualTo(before.size());
    assertThat(packer.update(before, List.of(a, c)).size().width()).isEqualTo(300);
    assertThat(packer.update(before, List.of(a, b)).size().height()).isEqualTo(100);
    assertThat(packer.update(before, List.of())).isEqualTo(Packing.NONE);
  }

  @Test
  void aScatteredPackingIsWorthTidying() {
    List<Item> items = RandomItems.blocks(4).many(100);
    Packing packing = packer.pack(items);
    List<Item> few = new ArrayList<>();
    for (int at = 0; at < items.size(); at += 3) {
      few.add(items.get(at));
    }

    assertThat(packer.isWorthTidying(packing, items)).isFalse();
    assertThat(packer.isWorthTidying(packer.update(packing, few), few)).isTrue();
  }
}
