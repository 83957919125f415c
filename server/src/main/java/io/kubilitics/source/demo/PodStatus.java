package io.kubilitics.source.demo;

import io.kubilitics.source.demo.AppSpec.Feature;
import io.kubilitics.source.demo.Pod.Stage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes the status of a Pod as kubelet and scheduler would for its stage.
final class PodStatus {
  private static final int OUT_OF_MEMORY_EXIT = 137;
  private static final String SHIPPER_IMAGE = "registry.example.com/platform/log-shipper:3.2.1";

  private final Pod pod;
  private final Stage stage;
  private final long startedAt;

  private PodStatus(Pod pod) {
    this.pod = pod;
    this.stage = pod.stage();
    this.startedAt = pod.identity().createdAt() + 3;
  }

  static Map<String, Object> of(Pod pod) {
    return new PodStatus(pod).write();
  }

  private Map<String, Object> write() {
    Node node = pod.node();
    String address = pod.address();
    return Tree.of(
        "phase",
        phase(),
        "conditions",
        node == null ? Tree.list(unschedulable()) : conditions(),
        "hostIP",
        node == null ? null : node.address(),
        "hostIPs",
        node == null ? null : Tree.list(Tree.of("ip", node.address())),
        "podIP",
        address,
        "podIPs",
        address == null ? null : Tree.list(Tree.of("ip", address)),
        "startTime",
        node == null ? null : Tree.time(pod.identity().createdAt()),
        "containerStatuses",
        node == null ? null : containers(),
        "qosClass",
        "Burstable");
  }

  private String phase() {
    return switch (stage) {
      case UNSCHEDULABLE, CREATING, NO_SUCH_IMAGE, CONFIG_ERROR -> "Pending";
      case STARTING, READY, CRASHING, OUT_OF_MEMORY -> "Running";
      case SUCCEEDED -> "Succeeded";
      case FAILED -> "Failed";
    };
  }

  private Map<String, Object> unschedulable() {
    return Tree.condition(
        "PodScheduled",
        false,
        "Unschedulable",
        "0/"
            + pod.app().nodeCount()
            + " nodes are available: "
            + pod.app().nodeCount()
            + " node(s) didn't match Pod's node affinity/selector.",
        pod.identity().createdAt());
  }

  private List<Object> conditions() {
    boolean ready = pod.isReady();
    String reason = ready ? "" : notReadyReason();
    String message =
        ready || stage.isOver()
            ? ""
            : "containers with unready status: [" + pod.app().spec().name() + "]";
    long created = pod.identity().createdAt();
    return Tree.list(
        Tree.condition(
            "PodReadyToStartContainers", !stage.isOver() && pod.address() != null, "", "", created),
        Tree.condition(
            "Initialized", true, stage == Stage.SUCCEEDED ? "PodCompleted" : "", "", created),
        Tree.condition("Ready", ready, reason, message, pod.since()),
        Tree.condition("ContainersReady", ready, reason, message, pod.since()),
        Tree.condition("PodScheduled", true, "", "", created));
  }

  private String notReadyReason() {
    return switch (stage) {
      case SUCCEEDED -> "PodCompleted";
      case FAILED -> "PodFailed";
      case UNSCHEDULABLE,
          CREATING,
          STARTING,
          READY,
          CRASHING,
          OUT_OF_MEMORY,
          NO_SUCH_IMAGE,
          CONFIG_ERROR ->
          "ContainersNotReady";
    };
  }

  private List<Object> containers() {
    AppSpec spec = pod.app().spec();
    List<Object> all =
        Tree.list(
            container(
                spec.name(), PodTemplate.image(spec, pod.owner().tag()), pod.isReady(), state()));
    if (spec.has(Feature.SIDECAR)) {
      boolean runs = PodBody.hasRun(stage) && !stage.isOver();
      all.add(
          container(
              "log-shipper", SHIPPER_IMAGE, runs, runs ? running() : waiting("ContainerCreating")));
    }
    return all;
  }

  private Map<String, Object> container(
      String name, String image, boolean ready, Map<String, Object> state) {
    boolean ran = PodBody.hasRun(stage);
    Dice dice = Dice.of(pod.identity().uidHigh(), "container", name);
    boolean isMain = name.equals(pod.app().spec().name());
    return Tree.of(
        "name",
        name,
        "state",
        state,
        "lastState",
        isMain ? lastState() : Tree.of(),
        "ready",
        ready,
        "restartCount",
        isMain ? pod.restarts() : 0,
        "image",
        image,
        "imageID",
        ran ? image.substring(0, image.lastIndexOf(':')) + "@sha256:" + digest(image) : "",
        "containerID",
        ran ? "containerd://" + dice.hex(64) : null,
        "started",
        ran && !stage.isOver() && !isCrashed());
  }

  private static String digest(String image) {
    return Dice.of(0, "digest", image).hex(64);
  }

  private boolean isCrashed() {
    return stage == Stage.CRASHING || stage == Stage.OUT_OF_MEMORY;
  }

  private Map<String, Object> state() {
    return switch (stage) {
      case UNSCHEDULABLE, CREATING -> waiting("ContainerCreating");
      case STARTING, READY -> running();
      case CRASHING, OUT_OF_MEMORY ->
          waiting(
              "CrashLoopBackOff",
              "back-off 5m0s restarting failed container="
                  + pod.app().spec().name()
                  + " pod="
                  + pod.name());
      case NO_SUCH_IMAGE ->
          waiting(
              "ImagePullBackOff",
              "Back-off pulling image \""
                  + PodTemplate.image(pod.app().spec(), pod.owner().tag())
                  + "\": not found");
      case CONFIG_ERROR ->
          waiting(
              "CreateContainerConfigError",
              "secret \"" + PodTemplate.MISSING_SECRET + "\" not found");
      case SUCCEEDED -> terminated("Completed", 0);
      case FAILED -> terminated("Error", 1);
    };
  }

  private Map<String, Object> lastState() {
    if (stage == Stage.OUT_OF_MEMORY) {
      return terminated("OOMKilled", OUT_OF_MEMORY_EXIT);
    }
    return pod.restarts() == 0 ? Tree.of() : terminated("Error", 1);
  }

  private Map<String, Object> running() {
    long at = pod.restarts() == 0 ? startedAt : Math.max(startedAt, pod.since() - 12);
    return Tree.of("running", Tree.of("startedAt", Tree.time(at)));
  }

  private static Map<String, Object> waiting(String reason) {
    return waiting(reason, null);
  }

  private static Map<String, Object> waiting(String reason, @Nullable String message) {
    return Tree.of("waiting", Tree.of("reason", reason, "message", message));
  }

  private Map<String, Object> terminated(String reason, int exitCode) {
    long finishedAt = stage.isOver() ? pod.since() : Math.max(startedAt, pod.since() - 14);
    return Tree.of(
        "terminated",
        Tree.of(
            "exitCode",
            exitCode,
            "reason",
            reason,
            "startedAt",
            Tree.time(Math.min(startedAt, finishedAt)),
            "finishedAt",
            Tree.time(finishedAt)));
  }
}
