package io.kubilitics.layout.drawing;

import io.kubilitics.model.Relation;
import java.util.Map;

/// Relations in one word, for the lines.
public final class Verbs {
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("attaches-to", "attaches"),
          Map.entry("calls-webhook", "calls"),
          Map.entry("claims-device", "claims"),
          Map.entry("governs-network", "governs"),
          Map.entry("headless-of", "headless"),
          Map.entry("refers-to", "refers"),
          Map.entry("terminates-tls-with", "tls"),
          Map.entry("uses-config", "uses"),
          Map.entry("uses-secret", "uses"),
          Map.entry("watches-metric-of", "watches"));

  private Verbs() {}

  public static String of(Relation relation) {
    return SHORT.getOrDefault(relation.name(), relation.name());
  }
}
