package io.kubilitics.layout.slot;

import static io.kubilitics.layout.slot.PackerTest.item;
import static io.kubilitics.layout.slot.RandomItems.BLOCKS;
import static io.kubilitics.layout.slot.RandomItems.FRAMES;
import static io.kubilitics.layout.slot.SlowOracle.assertSound;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Rect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackerUpdateTest {
  private final Packer packer = new Packer(BLOCKS);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyHistoryStaysSoundAndNobodyMovesWithoutNeed(long seed) {
    history(BLOCKS, RandomItems.blocks(seed), 5 + Math.toIntExact(seed) * 9, 250);
    history(FRAMES, RandomItems.frames(seed), 5 + Math.toIntExact(seed) * 9, 250);
  }

  private static Packing history(PackingRules rules, RandomItems source, int count, int edits) {
    Packer packer = new Packer(rules);
    List<Item> items = source.many(count);
    Packing packing = packer.pack(items);
    for (int edit = 0; edit < edits; edit++) {
      List<Item> next = source.edited(items);
      Packing after = packer.update(packing, next);

      assertSound(rules, after, next);
      assertNobodyMovedWithoutNeed(packing, after, next);
      assertNewcomersFillHoles(rules, packing, after, next);
      items = next;
      packing = after;
    }
    return packing;
  }

  /// Who outgrew its slot may go anywhere; others only straight down, and only if somebody outgrew
  /// his.
  private static void assertNobodyMovedWithoutNeed(
      Packing before, Packing after, List<Item> items) {
    if (everybodyFits(before, items)) {
      assertThat(Movement.between(before.slots(), after.slots()).moved()).isZero();
      return;
    }
    for (Item item : items) {
      Rect old = before.slot(item.key()).orElse(null);
      Rect now = after.slot(item.key()).orElseThrow();
      if (old != null && fits(item, old) && (old.x() != now.x() || old.y() != now.y())) {
        assertThat(now.x()).isEqualTo(old.x());
        assertThat(now.y()).isGreaterThan(old.y());
        assertThat(now.width()).isEqualTo(old.width());
        assertThat(now.height()).isBetween(item.size().height(), old.height());
      }
    }
  }

  /// The container does not grow for a newcomer that has a hole between any two of the others'
  /// edges.
  private static void assertNewcomersFillHoles(
      PackingRules rules, Packing before, Packing after, List<Item> items) {
    for (Item item : items) {
      if (before.slot(item.key()).isEmpty() && hasHole(rules, before, item)) {
        assertThat(after.size()).isEqualTo(before.size());
      }
    }
  }

  private static boolean hasHole(PackingRules rules, Packing packing, Item item) {
    for (int x : edges(packing, slot -> slot.right() + rules.gap())) {
      for (int y : edges(packing, slot -> slot.bottom() + rules.gap())) {
        Rect hole = new Rect(x, y, item.size().width(), item.size().height());
        if (hole.right() <= packing.size().width()
            && hole.bottom() <= packing.size().height()
            && packing.slots().values().stream()
                .noneMatch(slot -> slot.grown(rules.gap()).overlaps(hole))) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<Integer> edges(Packing packing, ToIntFunction<Rect> edge) {
    List<Integer> edges = new ArrayList<>(List.of(0));
    packing.slots().values().forEach(slot -> edges.add(edge.applyAsInt(slot)));
    return edges;
  }

  @Test
  void oneHistoryGivesOnePacking() {
    assertThat(history(BLOCKS, RandomItems.blocks(20), 60, 200))
        .isEqualTo(history(BLOCKS, RandomItems.blocks(20), 60, 200));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 200, 600})
  void theOrderOfTheItemsDoesNotMatterForThoseThatAreThere(int grown) {
    RandomItems source = RandomItems.blocks(grown);
    List<Item> items = source.many(700);
    Packing before = packer.pack(items);
    List<Item> next = new ArrayList<>(items);
    for (int at = 0; at < grown; at++) {
      Item item = next.get(at);
      next.set(
          at, item(item.key(), item.size().width() + 40, item.size().height() + 28 * (at % 3)));
    }
    Packing expected = packer.update(before, next);

    Collections.shuffle(next, new Random(7));

    assertThat(packer.update(before, next)).isEqualTo(expected);
    assertSound(BLOCKS, expected, next);
  }

  @Test
  void veryManyNewcomersArePackedTogetherAndMoveNobody() {
    RandomItems source = RandomItems.blocks(3);
    List<Item> items = source.many(50);
    Packing before = packer.pack(items);
    List<Item> next = new ArrayList<>(items);
    next.addAll(source.many(800));

    Packing after = packer.update(before, next);

    assertSound(BLOCKS, after, next);
    assertThat(Movement.between(before.slots(), after.slots()).moved()).isZero();
    assertThat(after.area()).isLessThan(packer.pack(next).area() * 13 / 10);
  }

  @Test
  void everythingMayChangeAtOnce() {
    RandomItems source = RandomItems.blocks(6);
    List<Item> items = source.many(900);
    Packing before = packer.pack(items);
    List<Item> next = new ArrayList<>();
    for (int at = 0; at < items.size(); at++) {
      Item item = items.get(at);
      if (at % 5 != 0) {
        int lying = item.size().height();
        next.add(item(item.key(), lying, item.size().width()));
      }
    }
    next.addAll(source.many(500));

    assertSound(BLOCKS, packer.update(before, next), next);
  }

  @Test
  void theFirstItemsOfAnEmptyContainerArePackedAfresh() {
    List<Item> items = RandomItems.blocks(8).many(20);

    assertThat(packer.update(Packing.NONE, items)).isEqualTo(packer.pack(items));
  }

  @Test
  void aContainerThatWouldReachTooFarIsPackedAfresh() {
    Packing far = packing("a", new Rect(Packing.FARTHEST - 500, 0, 300, 100));
    List<Item> items = List.of(item("a", 300, 100), item("b", 400, 100));

    assertThat(packer.update(far, items)).isEqualTo(packer.pack(items));
  }

  @Test
  void slotsThatAreTooNearToEachOtherDoNoHarm() {
    Packing touching =
        packing(
            "a", new Rect(0, 0, 100, 100),
            "b", new Rect(100, 0, 100, 100),
            "c", new Rect(0, 100, 200, 100));

    Packing after =
        packer.update(
            touching, List.of(item("a", 100, 128), item("b", 120, 100), item("c", 200, 100)));

    assertSound(
        BLOCKS, after, List.of(item("a", 100, 128), item("b", 120, 100), item("c", 200, 100)));
  }

  /// Newcomers aside: they never move anybody.
  private static boolean everybodyFits(Packing packing, List<Item> items) {
    return items.stream()
        .allMatch(item -> packing.slot(item.key()).map(slot -> fits(item, slot)).orElse(true));
  }

  private static boolean fits(Item item, Rect slot) {
    return item.size().width() <= slot.width() && item.size().height() <= slot.height();
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
}
