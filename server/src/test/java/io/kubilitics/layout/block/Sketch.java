package io.kubilitics.layout.block;

import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A block written down by hand: cards are named `Kind/name` and exist as soon as a line names
/// them.
final class Sketch {
  private static final List<String> KINDS =
      List.of(
          "Ingress",
          "HPA",
          "Service",
          "PDB",
          "NetPol",
          "RoleBinding",
          "Deployment",
          "StatefulSet",
          "CronJob",
          "Role",
          "ServiceAccount",
          "PVC",
          "ConfigMap",
          "Secret");

  private final Map<String, Integer> indexes = new LinkedHashMap<>();
  private final List<Box> boxes = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();

  Sketch line(String from, String to, Category category) {
    lines.add(new Line(card(from), card(to), category));
    return this;
  }

  /// A workload with so many rows of cells.
  Sketch workload(String name, int rows) {
    String kind = name.substring(0, name.indexOf('/'));
    int height = kind.equals("StatefulSet") ? 56 + 48 * rows : 80 + 28 * rows;
    return add(name, new Size(252, height), true);
  }

  int card(String name) {
    if (!indexes.containsKey(name)) {
      add(name, new Size(168, 40), false);
    }
    return Objects.requireNonNull(indexes.get(name));
  }

  List<Box> boxes() {
    return boxes;
  }

  List<Line> lines() {
    return lines;
  }

  List<String> names() {
    return List.copyOf(indexes.keySet());
  }

  private Sketch add(String name, Size size, boolean workload) {
    int slash = name.indexOf('/');
    int kind = KINDS.indexOf(name.substring(0, slash));
    indexes.put(name, boxes.size());
    boxes.add(new Box(kind, name.substring(slash + 1), size, workload));
    return this;
  }
}
