package io.kubilitics.layout.drawing;

import io.kubilitics.model.drawing.Look;
import io.kubilitics.model.drawing.Tally;
import io.kubilitics.topology.Node;
import java.util.EnumMap;
import java.util.Map;

/// A tally that is being made.
final class Count {
  private final Map<Look, Integer> looks = new EnumMap<>(Look.class);
  private int objects;

  /// What is missing has a look and is no object. Of what may be there or not, and of what is no
  /// object of the cluster, nothing is counted.
  void add(Node node, Look look) {
    switch (node) {
      case Node.Present _ -> {
        objects++;
        looks.merge(look, 1, Integer::sum);
      }
      case Node.Ghost ghost -> {
        if (ghost.known()) {
          looks.merge(look, 1, Integer::sum);
        }
      }
      case Node.Outside _ -> {}
    }
  }

  void add(Count other) {
    objects += other.objects;
    other.looks.forEach((look, count) -> looks.merge(look, count, Integer::sum));
  }

  void add(Tally other) {
    objects += other.objects();
    other.looks().forEach((look, count) -> looks.merge(look, count, Integer::sum));
  }

  boolean hasAny() {
    return objects > 0 || !looks.isEmpty();
  }

  Tally tally() {
    return new Tally(objects, looks);
  }
}
