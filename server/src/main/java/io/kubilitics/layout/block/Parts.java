package io.kubilitics.layout.block;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The parts of a shape: boxes that are connected with each other, the largest part first; and the
/// boxes without any link. The boxes of each are in canonical order.
final class Parts {
  private final List<int[]> linked;
  private final int[] alone;

  private Parts(List<int[]> linked, int[] alone) {
    this.linked = linked;
    this.alone = alone;
  }

  static Parts of(Shape shape) {
    int[] root = IntStream.range(0, shape.boxes()).toArray();
    for (int link = 0; link < shape.links(); link++) {
      int from = find(root, shape.from(link));
      int to = find(root, shape.to(link));
      root[Math.max(from, to)] = Math.min(from, to);
    }
    List<List<Integer>> members = new ArrayList<>();
    int[] place = new int[shape.boxes()];
    for (int box = 0; box < place.length; box++) {
      int first = find(root, box);
      if (first == box) {
        place[box] = members.size();
        members.add(new ArrayList<>());
      }
      members.get(place[first]).add(box);
    }
    List<int[]> parts =
        new ArrayList<>(
            members.stream()
                .filter(part -> part.size() > 1)
                .map(part -> part.stream().mapToInt(Integer::intValue).toArray())
                .toList());
    parts.sort(Comparator.comparingInt(part -> -part.length));
    int[] alone =
        members.stream().filter(part -> part.size() == 1).mapToInt(List::getFirst).toArray();
    return new Parts(List.copyOf(parts), alone);
  }

  List<int[]> linked() {
    return linked;
  }

  int[] alone() {
    return alone.clone();
  }

  private static int find(int[] root, int box) {
    int at = box;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }
}
