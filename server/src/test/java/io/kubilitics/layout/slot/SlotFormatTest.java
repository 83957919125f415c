package io.kubilitics.layout.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kubilitics.model.Rect;
import io.kubilitics.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotFormatTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 10, 300})
  void whatIsWrittenIsReadBackExactly(int count) {
    SlotEpoch epoch = SlotStoreTest.epoch(count, count);

    assertThat(SlotFormat.read("x", SlotFormat.write(epoch))).isEqualTo(epoch);
  }

  @Test
  void equalPlacesGiveEqualBytes() {
    SlotEpoch epoch = SlotStoreTest.epoch(5, 50);

    byte[] bytes = SlotFormat.write(epoch);

    assertThat(SlotFormat.write(SlotFormat.read("x", bytes))).isEqualTo(bytes);
    assertThat(SlotFormat.write(SlotStoreTest.epoch(5, 50))).isEqualTo(bytes);
  }

  @Test
  void theLargestNumbersAreKept() {
    Packing far =
        Packing.of(Map.of("far", new Rect(Packing.FARTHEST - 1, Packing.FARTHEST - 1, 1, 1)));
    SortedMap<String, Cells> cells = new TreeMap<>();
    cells.put("", Cells.of(Map.of("last", Cells.MOST - 1), Cells.MOST));
    SlotEpoch epoch = new SlotEpoch(Long.MAX_VALUE, far, new TreeMap<>(), cells);

    assertThat(SlotFormat.read("x", SlotFormat.write(epoch))).isEqualTo(epoch);
  }

  @Test
  void fiftyThousandMembersTakeFewBytes() {
    SortedMap<String, Cells> cells = new TreeMap<>();
    cells.put(
        "web",
        new CellRules()
            .update(
                Cells.NONE,
                IntStream.range(0, 50_000).mapToObj(pod -> "web-7d4b9c6f5-" + pod).toList(),
                true));
    SlotEpoch epoch = new SlotEpoch(0, Packing.NONE, new TreeMap<>(), cells);

    byte[] bytes = SlotFormat.write(epoch);

    assertThat(bytes.length).isLessThan(50_000 * 8);
    assertThat(SlotFormat.read("x", bytes)).isEqualTo(epoch);
  }

  @Test
  void everyTruncationIsRefused() {
    byte[] bytes = SlotFormat.write(SlotStoreTest.epoch(1, 3));

    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertRefused(cut);
      if (length != bytes.length - Integer.BYTES) {
        assertRefused(sealed(cut));
      }
    }
  }

  @Test
  void anyChangedByteIsRefused() {
    byte[] bytes = SlotFormat.write(SlotStoreTest.epoch(1, 3));

    for (int at = 0; at < bytes.length; at++) {
      byte[] changed = bytes.clone();
      changed[at] ^= 0x10;
      assertRefused(changed);
    }
  }

  @Test
  void randomContentIsRefusedOrSound() {
    Random random = new Random(11);
    byte[] bytes = SlotFormat.write(SlotStoreTest.epoch(1, 6));
    for (int round = 0; round < 6_000; round++) {
      byte[] changed = Arrays.copyOf(bytes, bytes.length - 4);
      for (int edit = 0; edit <= round % 4; edit++) {
        changed[5 + random.nextInt(changed.length - 5)] = (byte) random.nextInt();
      }
      try {
        SlotEpoch epoch = SlotFormat.read("x", sealed(changed));
        assertThat(SlotFormat.read("y", SlotFormat.write(epoch))).isEqualTo(epoch);
      } catch (ProblemException refused) {
        assertThat(refused).hasMessageStartingWith("x: ");
      }
    }
  }

  @Test
  void whatCannotBeIsRefusedWithItsReason() {
    assertRefused("no saved places", new byte[] {'P', 'K', 3, 4, 5, 6, 7, 8, 9, 10});
    byte[] newer = SlotFormat.write(SlotStoreTest.epoch(0, 1));
    newer[4] = 2;
    assertRefused("saved places of version 2, not 1", newer);
    assertRefused(
        "the slots of a and b overlap",
        frames(out -> slots(out, new Rect(0, 0, 10, 10), new Rect(9, 9, 10, 10))));
    assertRefused(
        "a number is out of range",
        frames(out -> slots(out, new Rect(0, 0, Integer.MAX_VALUE, 10))));
    assertRefused(
        "the slot of a is too far out: Rect[x=1, y=0, width=1073741824, height=10]",
        frames(out -> slots(out, new Rect(1, 0, Packing.FARTHEST, 10))));
    assertRefused(
        "the slot of a is no place: Rect[x=0, y=0, width=0, height=10]",
        frames(out -> slots(out, new Rect(0, 0, 0, 10))));
    assertRefused(
        "keys are not in order at a",
        frames(out -> {
          out.number(2);
          key(out, "a");
          rect(out, new Rect(0, 0, 1, 1));
          key(out, "a");
          rect(out, new Rect(2, 2, 1, 1));
        }));
    assertRefused("the saved places end too early", frames(out -> out.number(Integer.MAX_VALUE)));
    assertRefused("a number is out of range", frames(out -> out.number(Long.MAX_VALUE)));
    assertRefused(
        "a number is out of range",
        frames(out -> out.bytes(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1})));
    assertRefused(
        "a key is no text",
        frames(out -> {
          out.number(1);
          out.bytes(new byte[] {0, 1, (byte) 0xff});
          rect(out, new Rect(0, 0, 1, 1));
        }));
    assertRefused(
        "more follows after the end",
        frames(out -> {
          out.number(0);
          out.number(0);
          out.number(0);
          out.number(0);
        }));
    assertRefused("the cell of b is taken: 0", cells(4, 0, 0));
    assertRefused("the cell of a is none of 4: 4", cells(4, 4, 0));
    assertRefused("a number is out of range", cells(Cells.MOST + 1, 0, 0));
  }

  @Test
  void aKeyThatCannotBeKeptCostsItsOwnPlaceOnly() {
    Map<String, Rect> slots = new HashMap<>();
    slots.put("\ud800", new Rect(0, 0, 1, 1));
    slots.put("k".repeat(4097), new Rect(2, 0, 1, 1));
    slots.put("k".repeat(4096), new Rect(4, 0, 1, 1));
    slots.put("shop", new Rect(6, 0, 1, 1));
    SlotEpoch epoch = new SlotEpoch(0, Packing.of(slots), new TreeMap<>(), new TreeMap<>());

    assertThat(SlotFormat.read("here", SlotFormat.write(epoch)).frames().slots())
        .containsOnlyKeys("k".repeat(4096), "shop");
  }

  private static byte[] frames(Consumer<SlotWriter> content) {
    SlotWriter out = head();
    content.accept(out);
    return sealed(out.toBytes());
  }

  private static byte[] cells(int capacity, int a, int b) {
    SlotWriter out = head();
    out.number(0);
    out.number(0);
    out.number(1);
    key(out, "card");
    out.number(capacity);
    out.number(2);
    key(out, "a");
    out.number(a);
    key(out, "b");
    out.number(b);
    return sealed(out.toBytes());
  }

  private static SlotWriter head() {
    SlotWriter out = new SlotWriter();
    out.bytes(new byte[] {'K', 'B', 'S', 'L', 1});
    out.number(0);
    return out;
  }

  private static void slots(SlotWriter out, Rect... slots) {
    out.number(slots.length);
    for (int at = 0; at < slots.length; at++) {
      key(out, Character.toString('a' + at));
      rect(out, slots[at]);
    }
  }

  private static void key(SlotWriter out, String key) {
    out.number(0);
    out.number(key.length());
    out.bytes(key.getBytes(StandardCharsets.UTF_8));
  }

  private static void rect(SlotWriter out, Rect rect) {
    out.number(rect.x());
    out.number(rect.y());
    out.number(rect.width());
    out.number(rect.height());
  }

  private static byte[] sealed(byte[] content) {
    CRC32 sum = new CRC32();
    sum.update(content);
    return ByteBuffer.allocate(content.length + 4)
        .put(content)
        .putInt((int) sum.getValue())
        .array();
  }

  private static void assertRefused(byte[] bytes) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> SlotFormat.read("places", bytes));
  }

  private static void assertRefused(String reason, byte[] bytes) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> SlotFormat.read("places", bytes))
        .withMessage("places: " + reason);
  }
}
