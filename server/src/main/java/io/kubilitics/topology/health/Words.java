package io.kubilitics.topology.health;

import io.kubilitics.model.Health;
import io.kubilitics.model.ResourceId;

/// What rules say of other objects.
final class Words {
  private Words() {}

  /// `Secret db-password`; with the namespace where that is not the reader's own.
  static String name(ResourceId id, ResourceId reader) {
    boolean isNear = id.namespace().isEmpty() || id.namespace().equals(reader.namespace());
    return id.kind().name() + " " + (isNear ? "" : id.namespace() + "/") + id.name();
  }

  /// A sentence and another behind it; either may be `""`.
  static String joined(String sentence, String other) {
    if (sentence.isEmpty() || other.isEmpty()) {
      return sentence + other;
    }
    String end = sentence.endsWith(".") ? " " : ". ";
    return sentence + end + other;
  }

  /// How another object is: `Pod cart-1: CrashLoopBackOff, Container cart ended …`.
  static String of(ResourceId id, Health health, ResourceId reader) {
    String reason = health.reason().isEmpty() ? health.status().text() : health.reason();
    return name(id, reader)
        + ": "
        + reason
        + (health.message().isEmpty() ? "." : ", " + health.message());
  }
}
