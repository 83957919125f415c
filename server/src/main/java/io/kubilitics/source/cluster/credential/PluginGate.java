package io.kubilitics.source.cluster.credential;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.cluster.kubeconfig.Authorization;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the program of a plugin and asks the policy whether it may run. Any thread.
final class PluginGate {
  private final String context;
  private final Authorization.Plugin plugin;
  private final PluginPolicy policy;
  private final @Nullable String search;

  /// @param search the value of `PATH`
  PluginGate(
      String context, Authorization.Plugin plugin, PluginPolicy policy, @Nullable String search) {
    this.context = context;
    this.plugin = plugin;
    this.policy = policy;
    this.search = search;
  }

  /// The program, which may run.
  ///
  /// @throws ProblemException `Forbidden`, or `Unreadable` when there is no such program
  Path program() throws InterruptedException {
    return switch (policy) {
      case PluginPolicy.DenyAll() -> throw forbidden("no credential plugin may run here");
      case PluginPolicy.AllowAll() -> found();
      case PluginPolicy.Allowlist list -> checked(found(), list);
    };
  }

  private Path found() {
    Path program = ProgramPath.find(plugin.command(), search);
    if (program == null) {
      String hint =
          plugin.installHint().isEmpty() ? "" : ". " + PluginText.of(plugin.installHint());
      throw new ProblemException(
          new Problem.Unreadable(name(), "there is no such program that can be run" + hint));
    }
    return program;
  }

  private Path checked(Path program, PluginPolicy.Allowlist list) throws InterruptedException {
    for (String listed : list.programs()) {
      if (program.equals(ProgramPath.find(listed, search))) {
        return program;
      }
    }
    String fingerprint = fingerprint(program);
    if (list.agreed().holds(fingerprint) || list.consent().allows(call(program, fingerprint))) {
      return program;
    }
    throw forbidden("nobody has agreed that it runs; --allow-plugin " + program + " allows it");
  }

  private String fingerprint(Path program) {
    try {
      return PluginFingerprint.of(program, plugin);
    } catch (IOException e) {
      throw new ProblemException(new Problem.Unreadable(name(), program + " cannot be read"));
    }
  }

  private PluginCall call(Path program, String fingerprint) {
    return new PluginCall(
        context,
        program,
        plugin.arguments(),
        new TreeSet<>(plugin.environment().keySet()).stream().toList(),
        fingerprint);
  }

  private ProblemException forbidden(String reason) {
    return new ProblemException(new Problem.Forbidden(name(), reason));
  }

  String name() {
    return "credential plugin " + PluginText.of(plugin.command());
  }
}
