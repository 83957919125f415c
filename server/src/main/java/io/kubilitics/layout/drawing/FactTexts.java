package io.kubilitics.layout.drawing;

import io.kubilitics.model.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The facts of all kinds.
final class FactTexts {
  /// Columns that tell most of an object nobody described, the first that is there.
  private static final List<String> TELLING =
      List.of(
          "Status",
          "State",
          "Phase",
          "Hostnames",
          "Hosts",
          "Schedule",
          "Class",
          "Store",
          "Issuer",
          "Gateway",
          "Role",
          "Holder",
          "Address",
          "Type");

  private static final Map<Kind, FactText> BY_KIND = new HashMap<>();

  static {
    BY_KIND.putAll(TrafficFacts.ALL);
    BY_KIND.putAll(ScalingFacts.ALL);
    BY_KIND.putAll(ConfigurationFacts.ALL);
    BY_KIND.putAll(StorageFacts.ALL);
    BY_KIND.putAll(WorkloadFacts.ALL);
    BY_KIND.putAll(ClusterFacts.ALL);
  }

  private FactTexts() {}

  static String of(Subject subject) {
    return BY_KIND.getOrDefault(subject.resource().kind(), FactTexts::telling).of(subject);
  }

  private static String telling(Subject subject) {
    for (String column : TELLING) {
      String text = subject.text(column);
      if (!text.isBlank()) {
        return subject.with(text);
      }
    }
    return subject.with(subject.age());
  }
}
