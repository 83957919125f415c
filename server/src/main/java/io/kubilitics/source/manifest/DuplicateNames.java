package io.kubilitics.source.manifest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;

/// Finds names that stand twice in one map of a document.
final class DuplicateNames {
  /// Up to here comparing each with each is cheaper than a set.
  private static final int FEW = 12;

  private static final int LONGEST_SHOWN = 80;

  private final TapeCells cells;

  DuplicateNames(TapeCells cells) {
    this.cells = cells;
  }

  boolean isIn(int object) {
    int fields = 0;
    for (int at = object + 1; at < cells.lastOf(object); at = cells.endOf(at + 1)) {
      fields++;
    }
    return fields <= FEW ? isAmongFew(object) : isAmongMany(object);
  }

  /// Tells each name that stood before, with a sentence and its line.
  void tell(int object, ObjIntConsumer<String> told) {
    Map<String, Integer> first = new HashMap<>();
    for (int at = object + 1; at < cells.lastOf(object); at = cells.endOf(at + 1)) {
      if (cells.isMerge(at)) {
        continue;
      }
      String name = cells.text(at);
      Integer before = first.putIfAbsent(name, cells.line(at));
      if (before != null) {
        told.accept(
            "duplicate field '%s' (first on line %d); the last one counts"
                .formatted(shown(name), before),
            cells.line(at));
      }
    }
  }

  private boolean isAmongFew(int object) {
    for (int at = object + 1; at < cells.lastOf(object); at = cells.endOf(at + 1)) {
      String name = cells.text(at);
      for (int other = object + 1; other < at; other = cells.endOf(other + 1)) {
        if (cells.text(other).equals(name)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isAmongMany(int object) {
    Set<String> names = new HashSet<>();
    for (int at = object + 1; at < cells.lastOf(object); at = cells.endOf(at + 1)) {
      if (!names.add(cells.text(at))) {
        return true;
      }
    }
    return false;
  }

  private static String shown(String name) {
    return name.length() <= LONGEST_SHOWN ? name : name.substring(0, LONGEST_SHOWN) + "…";
  }
}
