package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a Pod's status says of one container; texts are `""` and numbers -1 where nothing is said.
///
/// @param isReady whether it may serve
/// @param hasStarted whether it has passed its startup probe, or has none
/// @param waitingReason why it is not running yet
/// @param runningSince null when it does not run
/// @param exitCode how it ended just now
/// @param lastExitCode how it ended the time before
record Container(
    String name,
    boolean isReady,
    boolean hasStarted,
    String waitingReason,
    String waitingMessage,
    boolean isRunning,
    @Nullable Instant runningSince,
    String exitReason,
    long exitCode,
    String lastExitReason,
    long lastExitCode) {
  private static final FieldPath NAME = FieldPath.parse("name");
  private static final FieldPath READY = FieldPath.parse("ready");
  private static final FieldPath STARTED = FieldPath.parse("started");
  private static final FieldPath WAITING_REASON = FieldPath.parse("state.waiting.reason");
  private static final FieldPath WAITING_MESSAGE = FieldPath.parse("state.waiting.message");
  private static final FieldPath RUNNING = FieldPath.parse("state.running");
  private static final FieldPath STARTED_AT = FieldPath.parse("state.running.startedAt");
  private static final FieldPath EXIT_REASON = FieldPath.parse("state.terminated.reason");
  private static final FieldPath EXIT_CODE = FieldPath.parse("state.terminated.exitCode");
  private static final FieldPath LAST_EXIT_REASON = FieldPath.parse("lastState.terminated.reason");
  private static final FieldPath LAST_EXIT_CODE = FieldPath.parse("lastState.terminated.exitCode");

  /// Waiting is part of every start; these reasons do not go away by waiting.
  private static final Set<String> HOPELESS =
      Set.of(
          "CrashLoopBackOff",
          "ImagePullBackOff",
          "ErrImagePull",
          "ErrImageNeverPull",
          "ErrInvalidImageName",
          "InvalidImageName",
          "ImageInspectError",
          "ImageVolumeMountFailed",
          "RegistryUnavailable",
          "SignatureValidationFailed",
          "CreateContainerConfigError",
          "CreateContainerError",
          "CreatePodSandboxError",
          "PreCreateHookError",
          "PreStartHookError",
          "PostStartHookError",
          "RunContainerError",
          "ContainerCannotRun",
          "StartError",
          "ConfigPodSandboxError",
          "KillPodSandboxError");

  static Container read(KeptField status) {
    return new Container(
        Values.text(status, NAME),
        Values.isTrue(status, READY),
        !"false".equals(status.scalar(STARTED)),
        Values.text(status, WAITING_REASON),
        Values.text(status, WAITING_MESSAGE),
        status.first(RUNNING) != null,
        Values.instant(status, STARTED_AT),
        Values.text(status, EXIT_REASON),
        Values.number(status, EXIT_CODE, -1),
        Values.text(status, LAST_EXIT_REASON),
        Values.number(status, LAST_EXIT_CODE, -1));
  }

  /// Whether it waits for something that will not come by itself.
  boolean isStuck() {
    return HOPELESS.contains(waitingReason);
  }

  Health stuck() {
    return new Health(
        Status.FAILED,
        waitingReason,
        lastExitCode >= 0 ? ended(lastExitCode, lastExitReason) + "." : waitingMessage);
  }

  boolean hasEnded() {
    return exitCode >= 0;
  }

  boolean hasCrashed() {
    return exitCode > 0;
  }

  Health crash() {
    return new Health(
        Status.FAILED, reason(exitCode, exitReason), ended(exitCode, exitReason) + ".");
  }

  /// Whether it runs again after it crashed.
  boolean hasRestarted() {
    return isRunning && lastExitCode > 0;
  }

  Health restarted() {
    return new Health(
        Status.DEGRADED,
        reason(lastExitCode, lastExitReason),
        ended(lastExitCode, lastExitReason)
            + (isReady ? " and runs again." : ", runs again and is not ready."));
  }

  private static String reason(long code, String reason) {
    if (!reason.isEmpty()) {
      return reason;
    }
    return code == 0 ? "Completed" : "Error";
  }

  private String ended(long code, String reason) {
    return "Container "
        + name
        + " ended with exit code "
        + code
        + (reason.isEmpty() ? "" : " (" + reason + ")");
  }
}
