package io.kubilitics.layout.block;

import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Boxes of one size with the same neighbours, like the ConfigMaps only one workload uses. They can
/// change places without any other change, so they are brought into canonical order from the top,
/// whatever the layered algorithm did with them.
final class Twins {
  private Twins() {}

  static Placed inOrder(Shape shape, Placed placed) {
    int[] placeTaken = placesTaken(shape, placed.boxes());
    Map<Link, Integer> links = new HashMap<>();
    for (int link = 0; link < shape.links(); link++) {
      links.put(shape.link(link), link);
    }
    List<Rect> boxes = new ArrayList<>(shape.boxes());
    for (int box = 0; box < shape.boxes(); box++) {
      boxes.add(placed.boxes().get(placeTaken[box]));
    }
    List<List<Point>> routes = new ArrayList<>(shape.links());
    for (int link = 0; link < shape.links(); link++) {
      int from = placeTaken[shape.from(link)];
      int to = placeTaken[shape.to(link)];
      routes.add(
          placed
              .routes()
              .get(Objects.requireNonNull(links.get(new Link(from, to, shape.rank(link))))));
    }
    return new Placed(placed.size(), boxes, routes, placed.method());
  }

  /// All boxes in groups of twins; most are alone in theirs. Groups and boxes are in canonical
  /// order.
  static List<List<Integer>> groups(Shape shape) {
    Map<List<Integer>, List<Integer>> groups = new LinkedHashMap<>();
    List<List<Integer>> linksOfBoxes = shape.linksOfBoxes();
    for (int box = 0; box < shape.boxes(); box++) {
      groups
          .computeIfAbsent(likeness(shape, box, linksOfBoxes.get(box)), _ -> new ArrayList<>())
          .add(box);
    }
    return List.copyOf(groups.values());
  }

  /// For each box the twin whose place it takes, mostly itself.
  private static int[] placesTaken(Shape shape, List<Rect> boxes) {
    int[] taken = new int[shape.boxes()];
    for (List<Integer> twins : groups(shape)) {
      List<Integer> byPlace = new ArrayList<>(twins);
      byPlace.sort(
          Comparator.<Integer>comparingInt(box -> boxes.get(box).x())
              .thenComparingInt(box -> boxes.get(box).y()));
      for (int at = 0; at < byPlace.size(); at++) {
        taken[twins.get(at)] = byPlace.get(at);
      }
    }
    return taken;
  }

  private static List<Integer> likeness(Shape shape, int box, List<Integer> links) {
    List<Integer> likeness = new ArrayList<>();
    likeness.add(shape.width(box));
    likeness.add(shape.height(box));
    likeness.add(shape.workload(box) ? 1 : 0);
    for (int link : links) {
      boolean starts = shape.from(link) == box;
      likeness.add(starts ? shape.to(link) : shape.from(link));
      likeness.add(starts ? shape.rank(link) : -1 - shape.rank(link));
    }
    return likeness;
  }
}
