package io.kubilitics.layout.slot;

import static io.kubilitics.layout.slot.RandomItems.BLOCKS;
import static io.kubilitics.layout.slot.RandomItems.FRAMES;
import static io.kubilitics.layout.slot.SlowOracle.assertSound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kubilitics.model.Rect;
import io.kubilitics.model.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackerTest {
  private final Packer packer = new Packer(BLOCKS);

  @Test
  void nothingTakesNoRoom() {
    assertThat(packer.pack(List.of())).isEqualTo(Packing.NONE);
    assertThat(Packing.NONE.size()).isEqualTo(new Size(0, 0));
  }

  @Test
  void oneItemTakesItsOwnRoom() {
    Packing packing = packer.pack(List.of(item("a", 300, 120)));

    assertThat(packing.slot("a")).contains(new Rect(0, 0, 300, 120));
    assertThat(packing.size()).isEqualTo(new Size(300, 120));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 13, 30, 100, 400})
  void aFreshPackingIsSound(int count) {
    for (int seed = 0; seed < 10; seed++) {
      List<Item> blocks = RandomItems.blocks(seed).many(count);
      assertSound(BLOCKS, packer.pack(blocks), blocks);

      List<Item> frames = RandomItems.frames(seed).many(count);
      assertSound(FRAMES, new Packer(FRAMES).pack(frames), frames);
    }
  }

  @Test
  void aFreshPackingIsDense() {
    for (int seed = 0; seed < 10; seed++) {
      List<Item> blocks = RandomItems.blocks(seed).many(40);
      assertThat(fill(packer.pack(blocks), blocks)).isGreaterThan(0.78);

      List<Item> frames = RandomItems.frames(seed).many(60);
      assertThat(fill(new Packer(FRAMES).pack(frames), frames)).isGreaterThan(0.75);
    }
  }

  @Test
  void equalItemsFillAGrid() {
    List<Item> items =
        IntStream.range(0, 10_000).mapToObj(number -> item("k" + number, 500, 200)).toList();

    assertThat(fill(packer.pack(items), items)).isGreaterThan(0.88);
  }

  @Test
  void theOrderCountsOnlyAmongEqualSizes() {
    List<Item> items =
        new ArrayList<>(
            IntStream.range(0, 200)
                .mapToObj(number -> item("k" + number, 200 + 4 * number, 900 - 4 * number))
                .toList());
    Packing expected = packer.pack(items);

    Collections.shuffle(items, new Random(1));

    assertThat(packer.pack(items)).isEqualTo(expected);
  }

  @Test
  void placesAreMultiplesOfFourWhenSizesAre() {
    List<Item> items = RandomItems.blocks(3).many(300);

    assertThat(packer.pack(items).slots().values())
        .allMatch(slot -> (slot.x() | slot.y() | slot.width() | slot.height()) % 4 == 0);
  }

  @Test
  void oneVeryWideItemSetsTheWidth() {
    List<Item> items = new ArrayList<>(RandomItems.blocks(5).many(50));
    items.add(item("wide", 20_000, 100));

    Packing packing = packer.pack(items);

    assertSound(BLOCKS, packing, items);
    assertThat(packing.size().width()).isEqualTo(20_000);
  }

  @Test
  void powersOfTwoArePackedSoundly() {
    List<Item> items =
        IntStream.range(0, 120)
            .mapToObj(number -> item("p" + number, 1 << (number % 15), 1 << (number / 8)))
            .toList();

    assertSound(BLOCKS, packer.pack(items), items);
  }

  @Test
  void anItemWithoutAreaIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> item("a", 0, 10));
    assertThatIllegalArgumentException().isThrownBy(() -> item("a", 10, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> item("a", 1 << 25, 10));
  }

  @Test
  void aKeyThatComesTwiceIsRefused() {
    List<Item> twice = List.of(item("a", 10, 10), item("a", 20, 20));

    assertThatIllegalArgumentException().isThrownBy(() -> packer.pack(twice));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> packer.update(packer.pack(List.of(item("a", 10, 10))), twice));
  }

  @Test
  void moreThanADrawingCanHoldIsRefused() {
    List<Item> items =
        IntStream.range(0, 100).mapToObj(number -> item("k" + number, 1 << 24, 1)).toList();

    assertThatIllegalArgumentException().isThrownBy(() -> packer.pack(items));
  }

  private static double fill(Packing packing, List<Item> items) {
    return (double) items.stream().mapToLong(Item::area).sum() / packing.area();
  }

  static Item item(String key, int width, int height) {
    return new Item(key, new Size(width, height));
  }
}
