package io.kubilitics.source.cluster;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.Kind;
import io.kubilitics.source.cluster.discovery.Served;
import io.kubilitics.source.cluster.discovery.ServedKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which of the served kinds are read, and under which group: what two groups serve alike is one
/// kind, read from the group that it has moved to.
final class Choice {
  private Choice() {}

  /// By the kind under which the objects are on the map; each with the way to read it first and
  /// then the others.
  static SortedMap<Kind, List<ServedKind>> of(Served served, Catalogue catalogue) {
    SortedMap<Kind, List<ServedKind>> chosen = new TreeMap<>();
    for (ServedKind each : served.kinds()) {
      if (LeftOut.reason(each.kind()).isEmpty()) {
        chosen.computeIfAbsent(kind(each, catalogue), _ -> new ArrayList<>()).add(each);
      }
    }
    for (Map.Entry<Kind, List<ServedKind>> each : chosen.entrySet()) {
      Kind kind = each.getKey();
      each.getValue()
          .sort(
              Comparator.comparing((ServedKind one) -> !one.kind().equals(kind))
                  .thenComparing(ServedKind::kind));
    }
    return chosen;
  }

  static Kind kind(ServedKind served, Catalogue catalogue) {
    String group = served.kind().group();
    String apiVersion = group.isEmpty() ? served.version() : group + "/" + served.version();
    return catalogue.kindOf(apiVersion, served.kind().name());
  }
}
