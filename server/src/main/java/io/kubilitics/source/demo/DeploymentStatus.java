package io.kubilitics.source.demo;

import java.util.List;
import java.util.Map;

/// Writes the status of a Deployment as its controller counts it.
final class DeploymentStatus {
  private final Deployment deployment;
  private final int desired;

  private DeploymentStatus(Deployment deployment) {
    this.deployment = deployment;
    this.desired = deployment.desired();
  }

  static Map<String, Object> of(Deployment deployment) {
    return new DeploymentStatus(deployment).write();
  }

  private Map<String, Object> write() {
    List<Pod> pods = deployment.pods();
    int updated = deployment.newest().pods().size();
    int ready = (int) pods.stream().filter(Pod::isReady).count();
    int missing = Math.max(0, desired - ready);
    int unavailable = pods.size() > desired ? pods.size() - ready : missing;
    return Tree.of(
        "observedGeneration",
        deployment.generation(),
        "replicas",
        pods.isEmpty() ? null : pods.size(),
        "updatedReplicas",
        updated == 0 ? null : updated,
        "readyReplicas",
        ready == 0 ? null : ready,
        "availableReplicas",
        ready == 0 ? null : ready,
        "unavailableReplicas",
        unavailable == 0 ? null : unavailable,
        "conditions",
        Tree.list(available(missing), progressing(pods.size(), updated, ready)));
  }

  private Map<String, Object> available(int missing) {
    boolean holds = missing <= desired / Deployment.SURGE_DIVISOR;
    return dated(
        Tree.condition(
            "Available",
            holds,
            holds ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
            holds
                ? "Deployment has minimum availability."
                : "Deployment does not have minimum availability.",
            deployment.changedAt()));
  }

  private Map<String, Object> progressing(int pods, int updated, int ready) {
    String set = "ReplicaSet \"" + deployment.newest().identity().name() + "\" ";
    if (isStuck()) {
      return dated(
          Tree.condition(
              "Progressing",
              false,
              "ProgressDeadlineExceeded",
              set + "has timed out progressing.",
              deployment.changedAt() + 600));
    }
    boolean done = updated == desired && pods == desired && ready == desired;
    return dated(
        Tree.condition(
            "Progressing",
            true,
            done ? "NewReplicaSetAvailable" : "ReplicaSetUpdated",
            set + (done ? "has successfully progressed." : "is progressing."),
            deployment.changedAt()));
  }

  private boolean isStuck() {
    return switch (deployment.app().spec().trouble()) {
      case MISSING_SECRET, NO_SUCH_IMAGE, OUT_OF_MEMORY, UNSCHEDULABLE -> true;
      case NONE, ONE_CRASHES, GAVE_UP, BUDGET_BLOCKS, SCALED_TO_ZERO -> false;
    };
  }

  private static Map<String, Object> dated(Map<String, Object> condition) {
    condition.put("lastUpdateTime", condition.getOrDefault("lastTransitionTime", ""));
    return condition;
  }
}
