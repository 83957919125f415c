package io.kubilitics.layout.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/// The cards of one block and the lines between them, brought into canonical order. It remembers
/// how they were given, so that a [BlockGeometry] is read with the same indexes. Immutable.
public final class BlockGraph {
  private final Shape shape;
  private final int[] placeOfBox;
  private final int[] linkOfLine;

  private BlockGraph(Shape shape, int[] placeOfBox, int[] linkOfLine) {
    this.shape = shape;
    this.placeOfBox = placeOfBox;
    this.linkOfLine = linkOfLine;
  }

  /// The graph of these cards and lines.
  ///
  /// @throws IndexOutOfBoundsException when a line names a box that is not there
  public static BlockGraph of(List<Box> boxes, List<Line> lines) {
    List<Link> given = new ArrayList<>(lines.size());
    for (Line line : lines) {
      Objects.checkIndex(line.from(), boxes.size());
      Objects.checkIndex(line.to(), boxes.size());
      given.add(new Link(line.from(), line.to(), Rank.of(line.category())));
    }
    int[] order = CanonicalOrder.of(boxes, distinct(given));
    int[] place = new int[order.length];
    for (int at = 0; at < order.length; at++) {
      place[order[at]] = at;
    }
    List<Link> placed =
        given.stream()
            .map(link -> new Link(place[link.from()], place[link.to()], link.rank()))
            .toList();
    List<Link> links = distinct(placed);
    return new BlockGraph(
        Shape.of(Arrays.stream(order).mapToObj(boxes::get).toList(), links),
        place,
        placed.stream().mapToInt(link -> indexOf(links, link)).toArray());
  }

  /// How many cards it has.
  public int boxes() {
    return placeOfBox.length;
  }

  /// How many lines it was given.
  public int lines() {
    return linkOfLine.length;
  }

  Shape shape() {
    return shape;
  }

  int placeOfBox(int box) {
    return placeOfBox[box];
  }

  /// The link a line is drawn with; negative when it is not drawn.
  int linkOfLine(int line) {
    return linkOfLine[line];
  }

  private static List<Link> distinct(List<Link> links) {
    TreeSet<Link> distinct = new TreeSet<>(Link.ORDER);
    for (Link link : links) {
      if (link.from() != link.to()) {
        distinct.add(link);
      }
    }
    return List.copyOf(distinct);
  }

  private static int indexOf(List<Link> links, Link link) {
    return link.from() == link.to() ? -1 : Collections.binarySearch(links, link, Link.ORDER);
  }
}
