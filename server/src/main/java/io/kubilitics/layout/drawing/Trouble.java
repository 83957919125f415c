package io.kubilitics.layout.drawing;

import io.kubilitics.layout.text.TextMeasure;
import io.kubilitics.layout.text.TextStyle;
import io.kubilitics.model.Health;
import io.kubilitics.model.drawing.Label;
import java.util.Map;

/// What is wrong with an object, in the field's words where there are some, else in plain ones.
///
/// @param word what it is called
/// @param sentence what more is known, or `""`
record Trouble(String word, String sentence) {
  /// Nobody reads more in a bubble.
  static final int HOVER_ROOM = 2_400;

  private static final Map<String, String> PLAIN =
      Map.ofEntries(
          Map.entry("CertificateExpired", "Certificate expired"),
          Map.entry("CertificateExpiring", "Certificate expires soon"),
          Map.entry("CertificateNotYetValid", "Certificate not yet valid"),
          Map.entry("LastRunFailed", "Last run failed"),
          Map.entry("LoadBalancerPending", "No load balancer yet"),
          Map.entry("MissedSchedule", "A run was missed"),
          Map.entry("NoAddress", "No address yet"),
          Map.entry("NodeNotReady", "Node not ready"),
          Map.entry("NoEndpoints", "No endpoint"),
          Map.entry("NoReadyEndpoints", "No ready endpoint"),
          Map.entry("NotReady", "Not ready"),
          Map.entry("PartlyAvailable", "Partly available"),
          Map.entry("RollingOut", "Rolling out"),
          Map.entry("ScaledToZero", "Scaled to zero"),
          Map.entry("Scaling", "Scaling up"),
          Map.entry("ScalingDown", "Scaling down"),
          Map.entry("ServiceUnavailable", "Service unavailable"),
          Map.entry("TargetMissing", "Target missing"),
          Map.entry("WaitForFirstConsumer", "Waits for its first Pod"));

  /// The reason first; where there is none the sentence, and without either the status.
  static Trouble of(Health health) {
    String reason = PLAIN.getOrDefault(health.reason(), health.reason());
    if (!reason.isEmpty()) {
      return new Trouble(reason, health.message());
    }
    return health.message().isEmpty()
        ? new Trouble(health.status().text(), "")
        : new Trouble(health.message(), "");
  }

  /// Everything in one line.
  String whole() {
    String all = sentence.isEmpty() ? word : word + ": " + sentence;
    return TextMeasure.clip(all, HOVER_ROOM, TextStyle.FACT);
  }

  /// As much as there is room for: everything, else the word, else its beginning.
  Label in(int room, TextStyle style) {
    String whole = whole();
    return TextMeasure.width(whole, style) <= room
        ? Label.whole(whole)
        : new Label(TextMeasure.clip(word, room, style), whole);
  }
}
