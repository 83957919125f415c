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

  /// @param path of the object that has them by what it is
  static List<Toleration> of(String path, boolean hostNetwork) {
    List<Toleration> tolerations = new ArrayList<>();
    tolerations.add(toleration(path, "not-ready", "NoExecute"));
    tolerations.add(toleration(path, "unreachable", "NoExecute"));
    for (String pressure : List.of("disk-pressure", "memory-pressure", "pid-pressure")) {
      tolerations.add(toleration(path, pressure, "NoSchedule"));
    }
    tolerations.add(toleration(path, "unschedulable", "NoSchedule"));
    if (hostNetwork) {
      tolerations.add(toleration(path, "network-unavailable", "NoSchedule"));
    }
    return tolerations;
  }

  private static Toleration toleration(String path, String condition, String effect) {
    String key = GROUP + condition;
    return new Toleration(new Evidence(path, key + ":" + effect), key, true, "", effect);
  }
}
