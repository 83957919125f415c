package io.kubilitics.layout.block;

import io.kubilitics.model.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the layout of a block depends on: its cards in canonical order, without their names, and
/// the links between them. Two shapes are equal when all of that is; the hash only makes it quick
/// to see that they are not.
final class Shape {
  private static final int PER_BOX = 3;
  private static final int PER_LINK = 3;

  private final int boxes;
  private final int[] code;
  private final long low;
  private final long high;

  private Shape(int boxes, int[] code) {
    this.boxes = boxes;
    this.code = code;
    long a = boxes;
    long b = ~a;
    for (int value : code) {
      a = Mix.of(a, value);
      b = Mix.of(b + value, a);
    }
    this.low = a;
    this.high = b;
  }

  /// The shape made of these.
  ///
  /// @param boxes in canonical order
  /// @param links in the order of [Link#ORDER], each once
  static Shape of(List<Box> boxes, List<Link> links) {
    int[] code = new int[boxes.size() * PER_BOX + links.size() * PER_LINK];
    int at = 0;
    for (Box box : boxes) {
      code[at++] = 2 * box.kindOrder() + (box.workload() ? 1 : 0);
      code[at++] = box.size().width();
      code[at++] = box.size().height();
    }
    for (Link link : links) {
      code[at++] = link.from();
      code[at++] = link.to();
      code[at++] = link.rank();
    }
    return new Shape(boxes.size(), code);
  }

  /// The parts made of these boxes, of which no two are in two parts, and of the links that run
  /// between boxes of one part.
  List<Shape> parts(List<int[]> members) {
    int[] part = new int[boxes];
    int[] place = new int[boxes];
    Arrays.fill(part, -1);
    int[] room = new int[members.size()];
    for (int at = 0; at < room.length; at++) {
      for (int index = 0; index < members.get(at).length; index++) {
        part[members.get(at)[index]] = at;
        place[members.get(at)[index]] = index;
      }
      room[at] = members.get(at).length * PER_BOX;
    }
    for (int link = 0; link < links(); link++) {
      if (inside(part, link)) {
        room[part[from(link)]] += PER_LINK;
      }
    }
    List<int[]> codes = new ArrayList<>();
    int[] filled = new int[room.length];
    for (int at = 0; at < room.length; at++) {
      int[] own = new int[room[at]];
      for (int member : members.get(at)) {
        System.arraycopy(code, member * PER_BOX, own, filled[at], PER_BOX);
        filled[at] += PER_BOX;
      }
      codes.add(own);
    }
    for (int link = 0; link < links(); link++) {
      if (inside(part, link)) {
        int at = part[from(link)];
        int[] own = codes.get(at);
        own[filled[at]++] = place[from(link)];
        own[filled[at]++] = place[to(link)];
        own[filled[at]++] = rank(link);
      }
    }
    List<Shape> parts = new ArrayList<>();
    for (int at = 0; at < room.length; at++) {
      parts.add(new Shape(members.get(at).length, codes.get(at)));
    }
    return parts;
  }

  private boolean inside(int[] part, int link) {
    return part[from(link)] >= 0 && part[from(link)] == part[to(link)];
  }

  int boxes() {
    return boxes;
  }

  int links() {
    return (code.length - boxes * PER_BOX) / PER_LINK;
  }

  int kindOrder(int box) {
    return code[box * PER_BOX] >> 1;
  }

  boolean workload(int box) {
    return (code[box * PER_BOX] & 1) != 0;
  }

  int width(int box) {
    return code[box * PER_BOX + 1];
  }

  int height(int box) {
    return code[box * PER_BOX + 2];
  }

  Size size(int box) {
    return new Size(width(box), height(box));
  }

  int from(int link) {
    return code[boxes * PER_BOX + link * PER_LINK];
  }

  int to(int link) {
    return code[boxes * PER_BOX + link * PER_LINK + 1];
  }

  int rank(int link) {
    return code[boxes * PER_BOX + link * PER_LINK + 2];
  }

  Box box(int box) {
    return new Box(kindOrder(box), "", size(box), workload(box));
  }

  Link link(int link) {
    return new Link(from(link), to(link), rank(link));
  }

  /// For each box the links that start or end at it, in their order.
  List<List<Integer>> linksOfBoxes() {
    List<List<Integer>> at = new ArrayList<>(boxes);
    for (int box = 0; box < boxes; box++) {
      at.add(new ArrayList<>());
    }
    for (int link = 0; link < links(); link++) {
      at.get(from(link)).add(link);
      at.get(to(link)).add(link);
    }
    return at;
  }

  /// How much memory it holds, in numbers.
  int weight() {
    return code.length;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Shape that
        && low == that.low
        && high == that.high
        && boxes == that.boxes
        && Arrays.equals(code, that.code);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(low);
  }
}
