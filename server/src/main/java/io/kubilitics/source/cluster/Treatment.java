package io.kubilitics.source.cluster;

import io.kubilitics.model.Kind;
import io.kubilitics.source.cluster.feed.FeedOrder.Shape;
import java.util.Set;

/// How the objects of a kind are read.
///
/// @param isImportant whether it is watched also where only single namespaces may be read
record Treatment(Manner manner, Shape shape, boolean isImportant) {
  static final Kind EVENT = Kind.core("Event");

  private static final Kind LEASE = new Kind("coordination.k8s.io", "Lease");

  /// Watched even where only single namespaces may be read; the others are polled there.
  private static final Set<Kind> IMPORTANT =
      Set.of(
          Kind.core("Pod"),
          Kind.core("Service"),
          Kind.core("ConfigMap"),
          Kind.core("PersistentVolumeClaim"),
          EVENT,
          new Kind("apps", "Deployment"),
          new Kind("apps", "ReplicaSet"),
          new Kind("apps", "StatefulSet"),
          new Kind("apps", "DaemonSet"),
          new Kind("batch", "Job"),
          new Kind("batch", "CronJob"),
          new Kind("discovery.k8s.io", "EndpointSlice"),
          new Kind("networking.k8s.io", "Ingress"));

  /// @param isDescribed whether a file of the catalogue has the kind
  /// @param isAlive whether changes are followed
  static Treatment of(Kind kind, boolean isDescribed, boolean isAlive) {
    boolean isImportant = IMPORTANT.contains(kind);
    if (!isAlive) {
      return new Treatment(Manner.ONCE, Shape.WHOLE, isImportant);
    }
    Manner manner = isDescribed ? Manner.WATCHED : Manner.WHEN_USED;
    if (kind.equals(EVENT)) {
      return new Treatment(manner, Shape.EVENTS, isImportant);
    }
    return new Treatment(
        manner, kind.equals(LEASE) ? Shape.METADATA : Shape.WHOLE, isImportant);
  }
}
