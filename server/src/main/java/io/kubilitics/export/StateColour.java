package io.kubilitics.export;

import io.kubilitics.model.Edge;
import io.kubilitics.model.Health;
import io.kubilitics.topology.Node;

/// The colour of a line in formats that want it as `#RRGGBB`: what asks for attention has one of
/// its own. All can be seen on white and on black.
enum StateColour {
  ORDINARY("#78849b"),
  PROGRESSING("#3b82f6"),
  DEGRADED("#d97706"),
  FAILED("#dc2626");

  private final String text;

  StateColour(String text) {
    this.text = text;
  }

  /// As XML and style sheets have it.
  String text() {
    return text;
  }

  static StateColour of(Node node) {
    return switch (node) {
      case Node.Present(_, Health health) -> of(health.status());
      case Node.Ghost(_, boolean known) -> known ? FAILED : ORDINARY;
      case Node.Outside _ -> ORDINARY;
    };
  }

  /// An edge asks for attention when it lacks what it needs.
  static StateColour of(Edge edge) {
    return switch (edge.state()) {
      case RESOLVED, UNKNOWN -> ORDINARY;
      case DENIED, STALE, MISSING -> edge.optional() ? ORDINARY : FAILED;
    };
  }

  private static StateColour of(Health.Status status) {
    return switch (status) {
      case HEALTHY, SUSPENDED, UNKNOWN -> ORDINARY;
      case PROGRESSING -> PROGRESSING;
      case DEGRADED -> DEGRADED;
      case FAILED -> FAILED;
    };
  }
}
