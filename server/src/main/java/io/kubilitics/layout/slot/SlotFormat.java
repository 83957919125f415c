package io.kubilitics.layout.slot;

import io.kubilitics.model.Rect;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.CRC32;

/// The bytes of a [SlotEpoch]: the letters `KBSL`, one byte for the version, the content, and the
/// CRC-32 of all that, highest byte first. Content is lists in the order of their keys, so that
/// equal places give equal bytes; numbers and keys as [SlotWriter] writes them.
///
/// ```
/// content  epoch, packing of the frames, list of (frame, packing), list of (card, cells)
/// packing  list of (key, x, y, width, height)
/// cells    capacity, list of (member, cell)
/// list     number of entries, entries
/// ```
public final class SlotFormat {
  static final int MAGIC = 0x4b42534c;
  static final int VERSION = 1;

  private static final int HEAD = Integer.BYTES + 1;
  private static final int TAIL = Integer.BYTES;

  private SlotFormat() {}

  /// The bytes of all places, but for those whose key is no text or longer than 4,096 bytes: a name
  /// that no cluster would take costs its own place and no other.
  public static byte[] write(SlotEpoch epoch) {
    SlotWriter out = new SlotWriter();
    out.bytes(ByteBuffer.allocate(HEAD).putInt(MAGIC).put((byte) VERSION).array());
    out.number(epoch.epoch());
    packing(out, epoch.frames());
    out.entries(epoch.blocks(), SlotFormat::packing);
    out.entries(epoch.cells(), SlotFormat::cells);
    byte[] content = out.toBytes();
    return ByteBuffer.allocate(content.length + TAIL)
        .put(content)
        .putInt(checksum(content, content.length))
        .array();
  }

  private static void packing(SlotWriter out, Packing packing) {
    out.entries(packing.slots(), SlotFormat::rect);
  }

  private static void rect(SlotWriter out, Rect slot) {
    out.number(slot.x());
    out.number(slot.y());
    out.number(slot.width());
    out.number(slot.height());
  }

  private static void cells(SlotWriter out, Cells cells) {
    out.number(cells.capacity());
    out.entries(cells.cells(), (writer, cell) -> writer.number(cell));
  }

  /// Reads what [#write] wrote.
  ///
  /// @param where named in the problem
  /// @throws ProblemException when these are no such bytes, are damaged, come from a newer version,
  ///   or hold places that cannot be
  public static SlotEpoch read(String where, byte[] bytes) {
    try {
      return read(bytes);
    } catch (IllegalArgumentException refused) {
      throw new ProblemException(new Problem.Unreadable(where, reason(refused)));
    }
  }

  private static String reason(IllegalArgumentException refused) {
    String message = refused.getMessage();
    return message == null ? "no saved places" : message;
  }

  private static SlotEpoch read(byte[] bytes) {
    ByteBuffer all = ByteBuffer.wrap(bytes);
    if (bytes.length < HEAD + TAIL || all.getInt() != MAGIC) {
      throw new IllegalArgumentException("no saved places");
    }
    int version = all.get();
    if (version != VERSION) {
      throw new IllegalArgumentException("saved places of version " + version + ", not " + VERSION);
    }
    int end = bytes.length - TAIL;
    if (all.getInt(end) != checksum(bytes, end)) {
      throw new IllegalArgumentException("the saved places are damaged");
    }
    SlotReader in = new SlotReader(all.slice(HEAD, end - HEAD));
    long epoch = in.number(Long.MAX_VALUE);
    Packing frames = packing(in);
    SortedMap<String, Packing> blocks = in.entries(SlotFormat::packing);
    SortedMap<String, Cells> cells = in.entries(SlotFormat::cells);
    in.checkEnd();
    return new SlotEpoch(epoch, frames, blocks, cells);
  }

  private static Packing packing(SlotReader in) {
    return Packing.of(in.entries(SlotFormat::rect));
  }

  private static Rect rect(SlotReader in) {
    int x = in.integer(Packing.FARTHEST);
    int y = in.integer(Packing.FARTHEST);
    return new Rect(x, y, in.integer(Packing.FARTHEST), in.integer(Packing.FARTHEST));
  }

  private static Cells cells(SlotReader in) {
    int capacity = in.integer(Cells.MOST);
    Map<String, Integer> cells = in.entries(entry -> entry.integer(Cells.MOST));
    return Cells.of(cells, capacity);
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, length);
    return (int) sum.getValue();
  }
}
