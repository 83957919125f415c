package io.kubilitics.layout.block;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which links are drawn as one trunk that joins and forks. Those are the links of one category
/// whose left cards are connected with the same right cards: each left card of a bundle is
/// connected with each right card, so that nobody has to guess which is meant.
final class Bundles {
  private final int[] bundleOfLink;

  private Bundles(int[] bundleOfLink) {
    this.bundleOfLink = bundleOfLink;
  }

  static Bundles of(Shape shape, Course course) {
    Map<Port, TreeSet<Integer>> targets = new TreeMap<>();
    for (int link = 0; link < shape.links(); link++) {
      targets
          .computeIfAbsent(new Port(shape.rank(link), course.left(link)), _ -> new TreeSet<>())
          .add(course.right(link));
    }
    Map<Star, Integer> numbers = new HashMap<>();
    Map<Port, Integer> bundles = new HashMap<>();
    targets.forEach((port, right) -> {
      Star star = new Star(port.rank(), new ArrayList<>(right));
      bundles.put(port, numbers.merge(star, numbers.size(), (known, _) -> known));
    });
    int[] bundleOfLink = new int[shape.links()];
    for (int link = 0; link < bundleOfLink.length; link++) {
      bundleOfLink[link] =
          Objects.requireNonNull(bundles.get(new Port(shape.rank(link), course.left(link))));
    }
    return new Bundles(bundleOfLink);
  }

  int of(int link) {
    return bundleOfLink[link];
  }

  private record Port(int rank, int box) implements Comparable<Port> {
    @Override
    public int compareTo(Port other) {
      int order = Integer.compare(rank, other.rank);
      return order == 0 ? Integer.compare(box, other.box) : order;
    }
  }

  private record Star(int rank, List<Integer> right) {}
}
