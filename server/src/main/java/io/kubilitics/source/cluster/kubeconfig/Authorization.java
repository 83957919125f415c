package io.kubilitics.source.cluster.kubeconfig;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a context's user shows beside, or instead of, a client certificate.
public sealed interface Authorization {
  record None() implements Authorization {}

  record Bearer(Hidden token) implements Authorization {}

  /// A token in a file that is replaced from time to time, as that of a service account.
  record BearerFile(Path file) implements Authorization {}

  record Basic(String user, Hidden password) implements Authorization {}

  /// A program that prints an `ExecCredential`, run without a shell.
  ///
  /// @param apiVersion of the `ExecCredential`: `client.authentication.k8s.io/v1`
  /// @param command a path, or a name looked up in `PATH`; a path that is not absolute is taken
  ///   from the folder of the kubeconfig
  /// @param environment set beside that of this process
  /// @param provideClusterInfo whether it is told which cluster it is for
  /// @param installHint what to do when it is not there, in the words of the kubeconfig
  record Plugin(
      String apiVersion,
      String command,
      List<String> arguments,
      Map<String, Hidden> environment,
      boolean provideClusterInfo,
      String installHint)
      implements Authorization {
    public Plugin {
      arguments = List.copyOf(arguments);
      environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }

    /// Without the arguments, which may hold a secret.
    @Override
    public String toString() {
      return "Plugin[" + command + ", " + arguments.size() + " arguments]";
    }
  }
}
