package io.kubilitics.catalogue.health;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.model.Health;
import io.kubilitics.model.Health.Status;
import java.util.Set;

/// What a Pod's status says of one container; texts are `""` and numbers -1 where nothing is said.
///
/// @param waitingReason why it is not running yet
/// @param exitCode how it ended just now
/// @param lastExitCode how it ended the time before
record Container(
    String name,
    String waitingReason,
    String waitingMessage,
    String exitReason,
    long exitCode,
    String lastExitReason,
    long lastExitCode) {
  private static final FieldPath NAME = FieldPath.parse("name");
  private static final FieldPath WAITING_REASON = FieldPath.parse("state.waiting.reason");
  private static final FieldPath WAITING_MESSAGE = FieldPath.parse("state.waiting.message");
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
          "RegistryUnavailable",
          "SignatureValidationFailed",
          "CreateContainerConfigError",
          "CreateContainerError",
          "CreatePodSandboxError",
          "PreCreateHookError",
          "PreStartHookError",
          "PostStartHookError",
          "RunContainerError",
          "ConfigPodSandboxError",
          "KillPodSandboxError");

  static Container read(KeptField status) {
    return new Container(
        text(status, NAME),
        text(status, WAITING_REASON),
        text(status, WAITING_MESSAGE),
        text(status, EXIT_REASON),
        Numbers.read(status.scalar(EXIT_CODE), -1),
        text(status, LAST_EXIT_REASON),
        Numbers.read(status.scalar(LAST_EXIT_CODE), -1));
  }

  /// Whether it waits for something that will not come by itself.
  boolean isStuck() {
    return HOPELESS.contains(waitingReason);
  }

  Health stuck() {
    String message = waitingMessage;
    if (lastExitCode >= 0) {
      message = "Container " + name + " " + ended(lastExitCode, lastExitReason) + ".";
    }
    return new Health(Status.FAILED, waitingReason, message);
  }

  boolean hasCrashed() {
    return exitCode > 0;
  }

  Health crash() {
    return new Health(
        Status.FAILED,
        exitReason.isEmpty() ? "Error" : exitReason,
        "Container " + name + " " + ended(exitCode, exitReason) + ".");
  }

  private static String ended(long code, String reason) {
    return "ended with exit code " + code + (reason.isEmpty() ? "" : " (" + reason + ")");
  }

  private static String text(KeptField status, FieldPath path) {
    String text = status.scalar(path);
    return text == null ? "" : text;
  }
}
