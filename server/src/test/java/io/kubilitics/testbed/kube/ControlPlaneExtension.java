package io.kubilitics.testbed.kube;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Starts one control plane for all classes of a run that ask for it and ends it with the run.
final class ControlPlaneExtension implements ExecutionCondition, ParameterResolver {
  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(ControlPlaneExtension.class);

  /// The one of a run, or why there is none, which is found out once.
  private record Shared(
      @Nullable ControlPlane plane, @Nullable Path folder, @Nullable Exception failure)
      implements AutoCloseable {
    static Shared start() {
      try {
        Path folder = Files.createTempDirectory("kubilitics-control-plane");
        return new Shared(ControlPlane.start(Programs.ofProject().built(), folder), folder, null);
      } catch (IOException e) {
        return new Shared(null, null, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Shared(null, null, e);
      }
    }

    @Override
    public void close() {
      if (plane != null && folder != null) {
        plane.close();
        try {
          Programs.delete(folder);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<String> missing =
        System.getenv("CI") == null ? Programs.ofProject().missing() : Optional.empty();
    if (missing.isPresent() && context.getTestMethod().isEmpty()) {
      System.err.println("SKIPPED " + context.getDisplayName() + ": " + missing.get());
    }
    return missing
        .map(why -> ConditionEvaluationResult.disabled("SKIPPED: " + why))
        .orElse(ConditionEvaluationResult.enabled("there is a control plane, or it can be built"));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ControlPlane.class;
  }

  @Override
  public ControlPlane resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Shared shared =
        context
            .getRoot()
            .getStore(OURS)
            .computeIfAbsent(Shared.class, _ -> Shared.start(), Shared.class);
    ControlPlane plane = shared.plane();
    if (plane == null) {
      String why = Programs.ofProject().missing().orElse("no control plane");
      throw (ParameterResolutionException)
          new ParameterResolutionException(why).initCause(shared.failure());
    }
    return plane;
  }
}
