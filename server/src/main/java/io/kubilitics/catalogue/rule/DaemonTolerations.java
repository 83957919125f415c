package io.kubilitics.catalogue.rule;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.NodeNeeds.Toleration;
import java.util.ArrayList;
import java.util.List;

/// What the Pods of a DaemonSet tolerate beside what its template says: the controller adds it, as
/// in `AddOrUpdateDaemonPodTolerations` of Kubernetes.
final class DaemonTolerations {
  private static final String GROUP = "node.kubernetes.io/";

  private DaemonTolerations() {}

  /// Read from what the object is.
  static List<Toleration> of(boolean hostNetwork) {
    List<Toleration> tolerations = new ArrayList<>();
    tolerations.add(toleration("not-ready", "NoExecute"));
    tolerations.add(toleration("unreachable", "NoExecute"));
    for (String pressure : List.of("disk-pressure", "memory-pressure", "pid-pressure")) {
      tolerations.add(toleration(pressure, "NoSchedule"));
    }
    tolerations.add(toleration("unschedulable", "NoSchedule"));
    if (hostNetwork) {
      tolerations.add(toleration("network-unavailable", "NoSchedule"));
    }
    return tolerations;
  }

  private static Toleration toleration(String condition, String effect) {
    String key = GROUP + condition;
    return new Toleration(
        new Evidence("kind", "DaemonSet", key + ":" + effect), key, true, "", effect);
  }
}
