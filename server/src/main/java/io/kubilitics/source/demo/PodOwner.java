package io.kubilitics.source.demo;

import java.util.Map;

/// What makes Pods: a ReplicaSet, StatefulSet, DaemonSet or Job.
interface PodOwner extends ClusterObject {
  App app();

  /// The labels of its Pods beside those of the app.
  Map<String, Object> podLabels(Pod pod);

  /// The spec of its Pods' template.
  Map<String, Object> podSpec();

  /// The tag of their image.
  String tag();
}
