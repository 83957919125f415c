package io.kubilitics.source.demo;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// Writes ConfigMaps and Secrets.
final class ConfigBodies {
  private static final List<String> LEVELS = List.of("INFO", "INFO", "WARN", "DEBUG");
  private static final List<String> SETTINGS =
      List.of(
          "cache.ttl-seconds",
          "http.max-connections",
          "http.timeout-ms",
          "batch.size",
          "retry.attempts",
          "queue.depth",
          "pool.min-idle",
          "limits.per-minute");
  private static final List<String> FLAGS =
      List.of(
          "NEW_CHECKOUT", "DARK_MODE", "FAST_SEARCH", "GIFT_CARDS", "LOYALTY", "INSTANT_REFUND");

  private ConfigBodies() {}

  static Map<String, Object> config(Part part, App app) {
    Dice dice = Dice.of(app.seed(), "config/" + part.id(), part.edits());
    Map<String, Object> data = Tree.of("LOG_LEVEL", dice.pick(LEVELS));
    for (String flag : FLAGS) {
      if (dice.chance(40)) {
        data.put("FEATURE_" + flag, String.valueOf(dice.chance(50)));
      }
    }
    StringBuilder file = new StringBuilder("server:\n  name: " + app.name() + "\n");
    for (String setting : SETTINGS) {
      if (dice.chance(60)) {
        file.append(setting).append(": ").append(dice.between(1, 40) * 25).append('\n');
      }
    }
    for (String host : app.spec().calls()) {
      file.append("upstream.")
          .append(host, 0, host.indexOf('.'))
          .append(": http://")
          .append(host)
          .append(":80\n");
    }
    data.put("application.yaml", file.toString());
    return part.draft().labels(app.labels()).with("data", data);
  }

  static Map<String, Object> secret(Part part, App app) {
    Dice dice = Dice.of(app.seed(), "secret/" + part.id(), part.edits());
    return part.draft()
        .labels(app.labels())
        .with(
            "data",
            Tree.of(
                "username",
                base64(app.name().replace('-', '_')),
                "password",
                base64(dice.letters(24))),
            "type",
            "Opaque");
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
