package io.kubilitics.catalogue.field;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The status of a Pod in the words of `kubectl get pods`: how its start or its containers are held
/// up, else its phase. Sidecars are init containers that stay.
final class PodPhrase {
  static final List<String> READS =
      List.of(
          "metadata.deletionTimestamp",
          "spec.initContainers[].name",
          "spec.initContainers[].restartPolicy",
          "status.phase",
          "status.reason",
          "status.conditions",
          "status.initContainerStatuses[].name",
          "status.initContainerStatuses[].started",
          "status.initContainerStatuses[].state",
          "status.containerStatuses[].ready",
          "status.containerStatuses[].state");

  private static final FieldPath PHASE = FieldPath.parse("status.phase");
  private static final FieldPath REASON = FieldPath.parse("status.reason");
  private static final FieldPath CONDITIONS = FieldPath.parse("status.conditions[]");
  private static final FieldPath INIT = FieldPath.parse("spec.initContainers[]");
  private static final FieldPath INIT_STATUSES = FieldPath.parse("status.initContainerStatuses[]");
  private static final FieldPath STATUSES = FieldPath.parse("status.containerStatuses[]");
  private static final FieldPath NAME = FieldPath.parse("name");
  private static final FieldPath TYPE = FieldPath.parse("type");
  private static final FieldPath CONDITION_REASON = FieldPath.parse("reason");
  private static final FieldPath RESTART_POLICY = FieldPath.parse("restartPolicy");
  private static final FieldPath STARTED = FieldPath.parse("started");
  private static final FieldPath READY = FieldPath.parse("ready");
  private static final FieldPath WAITING = FieldPath.parse("state.waiting.reason");
  private static final FieldPath RUNNING = FieldPath.parse("state.running");
  private static final FieldPath ENDED = FieldPath.parse("state.terminated");
  private static final FieldPath ENDED_REASON = FieldPath.parse("state.terminated.reason");
  private static final FieldPath EXIT_CODE = FieldPath.parse("state.terminated.exitCode");
  private static final FieldPath SIGNAL = FieldPath.parse("state.terminated.signal");

  private PodPhrase() {}

  static String of(KeptField pod) {
    String start = start(pod);
    String status = start == null || isTrue(pod, "Initialized") ? running(pod) : start;
    if (!StatusPhrases.isDeleted(pod) || isOver(pod)) {
      return status;
    }
    return "NodeLost".equals(pod.scalar(REASON)) ? "Unknown" : "Terminating";
  }

  private static boolean isOver(KeptField pod) {
    String phase = pod.scalar(PHASE);
    return "Succeeded".equals(phase) || "Failed".equals(phase);
  }

  private static boolean isTrue(KeptField pod, String condition) {
    return StatusPhrases.isTrue(pod, condition);
  }

  /// What holds up the init containers, or null when nothing does.
  private static @Nullable String start(KeptField pod) {
    Set<String> sidecars = new HashSet<>();
    int[] all = {0};
    pod.walk(
        INIT,
        container -> {
          all[0]++;
          if ("Always".equals(container.scalar(RESTART_POLICY))) {
            sidecars.add(StatusPhrases.text(container.scalar(NAME)));
          }
        });
    int[] done = {0};
    @Nullable String[] held = new @Nullable String[1];
    pod.walk(
        INIT_STATUSES,
        status -> {
          if (held[0] == null) {
            held[0] = held(status, sidecars, done[0] + "/" + all[0]);
            done[0]++;
          }
        });
    return held[0];
  }

  private static @Nullable String held(KeptField status, Set<String> sidecars, String progress) {
    boolean started =
        sidecars.contains(StatusPhrases.text(status.scalar(NAME)))
            && "true".equals(status.scalar(STARTED));
    if (started || (status.first(ENDED) != null && "0".equals(status.scalar(EXIT_CODE)))) {
      return null;
    }
    if (status.first(ENDED) != null) {
      return "Init:" + end(status);
    }
    String waiting = StatusPhrases.text(status.scalar(WAITING));
    return "Init:" + (waiting.isEmpty() || waiting.equals("PodInitializing") ? progress : waiting);
  }

  private static String end(KeptField status) {
    String reason = StatusPhrases.text(status.scalar(ENDED_REASON));
    if (!reason.isEmpty()) {
      return reason;
    }
    String signal = StatusPhrases.text(status.scalar(SIGNAL));
    return signal.isEmpty() || signal.equals("0")
        ? "ExitCode:" + StatusPhrases.text(status.scalar(EXIT_CODE))
        : "Signal:" + signal;
  }

  /// Of several containers that are held up the first one's reason.
  private static String running(KeptField pod) {
    String[] reason = {""};
    boolean[] runs = {false};
    pod.walk(
        STATUSES,
        status -> {
          runs[0] |= status.first(RUNNING) != null && "true".equals(status.scalar(READY));
          if (reason[0].isEmpty()) {
            String waiting = StatusPhrases.text(status.scalar(WAITING));
            reason[0] = waiting.isEmpty() && status.first(ENDED) != null ? end(status) : waiting;
          }
        });
    if (reason[0].equals("Completed") && runs[0]) {
      return isTrue(pod, "Ready") ? "Running" : "NotReady";
    }
    return reason[0].isEmpty() ? phase(pod) : reason[0];
  }

  private static String phase(KeptField pod) {
    String reason = StatusPhrases.text(pod.scalar(REASON));
    if (!reason.isEmpty()) {
      return reason;
    }
    String[] gated = {""};
    pod.walk(
        CONDITIONS,
        condition -> {
          if ("PodScheduled".equals(condition.scalar(TYPE))
              && "SchedulingGated".equals(condition.scalar(CONDITION_REASON))) {
            gated[0] = "SchedulingGated";
          }
        });
    return gated[0].isEmpty() ? StatusPhrases.text(pod.scalar(PHASE)) : gated[0];
  }
}
