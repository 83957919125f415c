package io.kubilitics.layout.drawing;

import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.Resource;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.topology.Node;
import java.util.Collection;
import java.util.List;

/// The mark of each node, and of several together.
final class Looks {
  private static final Kind POD = Kind.core("Pod");
  private static final Kind JOB = new Kind("batch", "Job");
  private static final String TERMINATING = "Terminating";

  /// Of several the first that one of them has counts. What rests, or of which nothing is said,
  /// does not speak for what stands beside it; nor does what is missing: an app is not gone because
  /// something it refers to is. What that does to it, its own health says.
  private static final List<Look> TOGETHER =
      List.of(
          Look.FAILED,
          Look.DEGRADED,
          Look.PROGRESSING,
          Look.STALE,
          Look.HEALTHY,
          Look.SUSPENDED,
          Look.LOCKED,
          Look.UNKNOWN,
          Look.MISSING,
          Look.LEAVING,
          Look.DONE);

  private Looks() {}

  /// @param canBeIll whether its kind can
  /// @param known how well its kind is known there
  static Look of(Node node, boolean canBeIll, KindState.Knowledge known) {
    return switch (node) {
      case Node.Ghost ghost -> ghost.known() ? Look.MISSING : unseen(known);
      case Node.Outside _ -> Look.PLAIN;
      case Node.Present(Resource resource, Health health) -> {
        Look look = of(resource, health, canBeIll);
        yield known == KindState.Knowledge.STALE ? look.worse(Look.STALE) : look;
      }
    };
  }

  private static Look unseen(KindState.Knowledge known) {
    return switch (known) {
      case FORBIDDEN, OFF -> Look.LOCKED;
      case SYNCING, NOT_SERVED, STALE, POLLED, SYNCED -> Look.UNKNOWN;
    };
  }

  private static Look of(Resource resource, Health health, boolean canBeIll) {
    return switch (health.status()) {
      case FAILED -> Look.FAILED;
      case DEGRADED -> Look.DEGRADED;
      case PROGRESSING -> health.reason().equals(TERMINATING) ? Look.LEAVING : Look.PROGRESSING;
      case SUSPENDED -> Look.SUSPENDED;
      case UNKNOWN -> Look.UNKNOWN;
      case HEALTHY -> {
        if (!canBeIll) {
          yield Look.PLAIN;
        }
        yield hasEnded(resource) ? Look.DONE : Look.HEALTHY;
      }
    };
  }

  /// What is well and does nothing any more: a Job at its end, a Pod that has succeeded, or one
  /// that has failed and was replaced.
  private static boolean hasEnded(Resource resource) {
    if (resource.kind().equals(JOB)) {
      return true;
    }
    if (!resource.kind().equals(POD)) {
      return false;
    }
    String phase = resource.features().get("phase");
    return "Succeeded".equals(phase) || "Failed".equals(phase);
  }

  /// The mark of what stands for several; [Look#PLAIN] of nothing that has one.
  static Look together(Collection<Look> looks) {
    for (Look look : TOGETHER) {
      if (looks.contains(look)) {
        return look;
      }
    }
    return Look.PLAIN;
  }

  /// Whether a card with this look says what is wrong, in place of what it is.
  static boolean isAlarm(Look look) {
    return switch (look) {
      case FAILED, DEGRADED, PROGRESSING, MISSING -> true;
      case SUSPENDED, UNKNOWN, LOCKED, STALE, LEAVING, DONE, HEALTHY, PLAIN -> false;
    };
  }
}
