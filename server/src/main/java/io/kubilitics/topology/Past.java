package io.kubilitics.topology;

import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Resource;

/// Objects that have had their day: they stay to be looked at, and nothing will be started from
/// them any more.
public final class Past {
  private static final Kind REPLICA_SET = new Kind("apps", "ReplicaSet");
  private static final Kind CONTROLLER_REVISION = new Kind("apps", "ControllerRevision");

  private Past() {}

  /// Whether it has: a finished Pod or Job, a ReplicaSet that its controller has scaled to zero, a
  /// revision that is kept to go back to.
  public static boolean is(Resource resource) {
    return isEnded(resource)
        || resource.kind().equals(CONTROLLER_REVISION)
        || (isScaledDown(resource) && hasController(resource));
  }

  /// Whether it is a Pod or a Job that is finished, well or not.
  public static boolean isEnded(Resource resource) {
    return resource.features().get("ended") != null;
  }

  /// Whether it is a ReplicaSet that wants no Pods.
  public static boolean isScaledDown(Resource resource) {
    return resource.kind().equals(REPLICA_SET) && "0".equals(resource.features().get("replicas"));
  }

  private static boolean hasController(Resource resource) {
    for (int at = 0; at < resource.factCount(); at++) {
      if (resource.fact(at) instanceof Fact.OwnedBy owned && owned.controller()) {
        return true;
      }
    }
    return false;
  }
}
