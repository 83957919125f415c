package io.kubilitics.source.demo;

import java.util.List;

/// What runs an app's Pods.
sealed interface Workload extends ClusterObject
    permits Deployment, StatefulSet, DaemonSet, CronJob, Job {
  /// In a fixed order.
  List<Pod> pods();

  /// Itself and all it made.
  List<ClusterObject> objects();
}
