package io.kubilitics.layout.block;

import io.kubilitics.model.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the layout of a block depends on: its cards in canonical order, without their names, and the
/// links between them. Two shapes are equal when all of that is; the hash only makes it quick to
/// see that they are not.
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

  /// The part made of these boxes, and of the links that run between them.
  Shape part(int[] members) {
    int[] place = new int[boxes];
    Arrays.fill(place, -1);
    int[] part = new int[code.length];
    int at = 0;
    for (int member : members) {
      place[member] = at / PER_BOX;
      System.arraycopy(code, member * PER_BOX, part, at, PER_BOX);
      at += PER_BOX;
    }
    for (int link = 0; link < links(); link++) {
      int from = place[from(link)];
      int to = place[to(link)];
      if (from >= 0 && to >= 0) {
        part[at++] = from;
        part[at++] = to;
        part[at++] = rank(link);
      }
    }
    return new Shape(members.length, Arrays.copyOf(part, at));
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
