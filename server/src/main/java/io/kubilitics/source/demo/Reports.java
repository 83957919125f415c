package io.kubilitics.source.demo;

import io.kubilitics.model.ObjectEvent;
import io.kubilitics.source.demo.Pod.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Says what the components of a cluster would say of what happens: the events of schedulers,
/// controllers and kubelets. What is said of one thing again is the same event with a higher count.
/// One thread.
final class Reports {
  private static final String SCHEDULER = "default-scheduler";

  /// Events whose beginning is remembered.
  private static final int MOST_REMEMBERED = 2_000;

  private final World world;
  private final Map<String, ObjectEvent> said = new Said();
  private final List<ObjectEvent> fresh = new ArrayList<>();

  Reports(World world) {
    this.world = world;
  }

  /// What was said since the last time, in order.
  List<ObjectEvent> take() {
    List<ObjectEvent> taken = List.copyOf(fresh);
    fresh.clear();
    return taken;
  }

  /// What is being said of a world in which nothing has happened yet: of every Pod that is stuck.
  void begin() {
    for (App app : world.apps()) {
      for (Pod pod : app.workload().pods()) {
        if (pod.stage() != Stage.CREATING && pod.stage() != Stage.STARTING) {
          stuck(pod);
        }
      }
    }
  }

  /// A Pod was made; it has its place.
  void added(Pod pod) {
    say(
        pod.owner(),
        ObjectEvent.Type.NORMAL,
        "SuccessfulCreate",
        "Created pod: " + pod.name(),
        maker(pod));
    scaled(pod, "up");
    if (pod.node() == null) {
      stuck(pod);
      return;
    }
    say(
        pod,
        ObjectEvent.Type.NORMAL,
        "Scheduled",
        "Successfully assigned " + pod.id().namespace() + "/" + pod.name() + " to " + place(pod),
        SCHEDULER);
    String image = PodTemplate.image(pod.app().spec(), pod.owner().tag());
    ofKubelet(
        pod,
        ObjectEvent.Type.NORMAL,
        "Pulled",
        "Container image \"" + image + "\" already present");
    ofKubelet(pod, ObjectEvent.Type.NORMAL, "Created", "Created container: " + container(pod));
    ofKubelet(pod, ObjectEvent.Type.NORMAL, "Started", "Started container " + container(pod));
  }

  /// A Pod was deleted; its owner knows.
  void removed(Pod pod) {
    if (pod.node() != null) {
      ofKubelet(pod, ObjectEvent.Type.NORMAL, "Killing", "Stopping container " + container(pod));
    }
    say(
        pod.owner(),
        ObjectEvent.Type.NORMAL,
        "SuccessfulDelete",
        "Deleted pod: " + pod.name(),
        maker(pod));
    scaled(pod, "down");
  }

  /// A Pod got into another state.
  void became(Pod pod) {
    if (pod.stage() == Stage.CRASHING) {
      ofKubelet(
          pod, ObjectEvent.Type.WARNING, "Unhealthy", "Readiness probe failed: connection refused");
    }
    stuck(pod);
  }

  private void stuck(Pod pod) {
    String whole = container(pod) + " in pod " + pod.name() + "_" + pod.id().namespace();
    switch (pod.stage()) {
      case CRASHING, OUT_OF_MEMORY ->
          ofKubelet(
              pod,
              ObjectEvent.Type.WARNING,
              "BackOff",
              "Back-off restarting failed container " + whole);
      case NO_SUCH_IMAGE -> {
        String image = PodTemplate.image(pod.app().spec(), pod.owner().tag());
        ofKubelet(
            pod,
            ObjectEvent.Type.WARNING,
            "Failed",
            "Failed to pull image \"" + image + "\": manifest unknown");
      }
      case CONFIG_ERROR ->
          ofKubelet(
              pod,
              ObjectEvent.Type.WARNING,
              "Failed",
              "Error: secret not found for container " + whole);
      case UNSCHEDULABLE -> {
        int nodes = world.machines().nodes().size();
        say(
            pod,
            ObjectEvent.Type.WARNING,
            "FailedScheduling",
            "0/" + nodes + " nodes are available: " + nodes + " Insufficient memory.",
            SCHEDULER);
      }
      case FAILED ->
          say(
              pod.owner(),
              ObjectEvent.Type.WARNING,
              "BackoffLimitExceeded",
              "Job has reached the specified backoff limit",
              maker(pod));
      case CREATING, STARTING, READY, SUCCEEDED -> {}
    }
  }

  /// A Deployment tells how large its revisions are.
  private void scaled(Pod pod, String direction) {
    if (pod.owner() instanceof Revision revision
        && revision.app().workload() instanceof Deployment deployment) {
      say(
          deployment,
          ObjectEvent.Type.NORMAL,
          "ScalingReplicaSet",
          "Scaled "
              + direction
              + " replica set "
              + revision.identity().name()
              + " to "
              + revision.pods().size(),
          "deployment-controller");
    }
  }

  private void ofKubelet(Pod pod, ObjectEvent.Type type, String reason, String message) {
    say(pod, type, reason, message, "kubelet, " + place(pod));
  }

  private static String place(Pod pod) {
    Node node = pod.node();
    return node == null ? "" : node.identity().name();
  }

  private static String container(Pod pod) {
    return pod.app().name();
  }

  private static String maker(Pod pod) {
    return switch (pod.owner().id().kind().name()) {
      case "ReplicaSet" -> "replicaset-controller";
      case "StatefulSet" -> "statefulset-controller";
      case "DaemonSet" -> "daemonset-controller";
      default -> "job-controller";
    };
  }

  /// The key of an event is a function of what is said of whom, as its name in a cluster is.
  private void say(
      ClusterObject of, ObjectEvent.Type type, String reason, String message, String reporter) {
    Identity identity = of.identity();
    long hash = Dice.hash(identity.uidLow(), reason, message);
    String key = identity.namespace() + "/" + identity.name() + "." + Long.toHexString(hash);
    ObjectEvent before = said.get(key);
    Instant now = Instant.ofEpochSecond(world.births().now());
    ObjectEvent event =
        new ObjectEvent(
            key,
            identity.id(),
            identity.uid(),
            type,
            reason,
            message,
            before == null ? 1 : before.count() + 1,
            before == null ? now : before.first(),
            now,
            reporter);
    said.put(key, event);
    fresh.add(event);
  }

  private static final class Said extends LinkedHashMap<String, ObjectEvent> {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, ObjectEvent> eldest) {
      return size() > MOST_REMEMBERED;
    }
  }
}
