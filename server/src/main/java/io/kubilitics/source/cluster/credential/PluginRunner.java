package io.kubilitics.source.cluster.credential;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.cluster.kubeconfig.Authorization;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Runs a credential plugin by its argument vector, without a shell, with a limit of time and of
/// output. One thread at a time; any thread may close, which ends what runs.
final class PluginRunner implements AutoCloseable {
  private static final String OWN = "KUBILITICS_";

  private final Authorization.Plugin plugin;
  private final ClusterAccess access;
  private final PluginGate gate;
  private final Duration limit;
  private @Nullable PluginProcess running;
  private boolean closed;

  /// @param limit after which it is stopped, with all that it has started
  PluginRunner(Authorization.Plugin plugin, ClusterAccess access, PluginGate gate, Duration limit) {
    this.plugin = plugin;
    this.access = access;
    this.gate = gate;
    this.limit = limit;
  }

  /// @throws ProblemException `Forbidden` when it may not run, `Unreadable` when it does not do
  ///   what it should
  ExecOutput run() throws InterruptedException {
    Path program = gate.program();
    try (PluginProcess process = started(program)) {
      if (!process.await(limit)) {
        throw failed(program, "did not end within " + Math.max(1, limit.toSeconds()) + " s");
      }
      if (process.isTooLong()) {
        throw failed(program, "printed more than 1 MiB");
      }
      if (process.exitCode() != 0) {
        throw failed(program, "ended with code " + process.exitCode() + said(process));
      }
      return ExecOutput.of(process.output(), plugin.apiVersion());
    } catch (IllegalArgumentException e) {
      throw failed(program, "cannot be used: " + e.getMessage());
    } finally {
      forget();
    }
  }

  private PluginProcess started(Path program) {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(plugin.arguments());
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith(OWN));
    plugin.environment().forEach((name, value) -> environment.put(name, value.reveal()));
    environment.put("KUBERNETES_EXEC_INFO", ExecInput.of(plugin, access));
    try {
      synchronized (this) {
        if (closed) {
          throw new IOException("closed");
        }
        PluginProcess process = new PluginProcess(builder, access.context());
        running = process;
        return process;
      }
    } catch (IOException e) {
      String reason = PluginText.of(String.valueOf(e.getMessage()));
      throw failed(program, "cannot be started: " + reason);
    }
  }

  private ProblemException failed(Path program, String reason) {
    String which = program.toString().equals(plugin.command()) ? "" : program + " ";
    return new ProblemException(new Problem.Unreadable(gate.name(), which + reason));
  }

  private static String said(PluginProcess process) {
    String text = PluginText.of(new String(process.complaint(), StandardCharsets.UTF_8));
    return text.isEmpty() ? "" : ": " + text;
  }

  private synchronized void forget() {
    running = null;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (running != null) {
      running.close();
    }
  }
}
