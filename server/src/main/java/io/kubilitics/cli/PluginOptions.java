package io.kubilitics.cli;

import io.kubilitics.config.Setting;
import io.kubilitics.config.Settings;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.cluster.credential.AgreedCalls;
import io.kubilitics.source.cluster.credential.AgreedCallsFile;
import io.kubilitics.source.cluster.credential.PluginCall;
import io.kubilitics.source.cluster.credential.PluginPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// Which credential plugins a command may run: those that were named, and those that the user
/// agrees to at the terminal. Without a terminal nobody is asked and nothing else runs.
final class PluginOptions {
  private static final String ALLOW = "--allow-plugin";
  private static final String AGREED = "agreed-plugins";

  private PluginOptions() {}

  static void describe(CommandSpec spec) {
    spec.addOption(
        Options.values(
            "PROGRAM",
            "A credential plugin that the kubeconfig may run without a question: a name in PATH or"
                + " an absolute path; repeatable.",
            List.of(),
            ALLOW));
  }

  /// What is set by the option.
  static Map<Setting, String> flags(ParseResult given) {
    List<String> programs = Options.split(given, ALLOW);
    return programs.isEmpty()
        ? Map.of()
        : Map.of(Setting.ALLOW_PLUGINS, String.join(",", programs));
  }

  /// @param stdinIsTaken whether somebody else reads stdin, so that nobody can answer
  static PluginPolicy policy(Settings settings, Shell shell, boolean stdinIsTaken) {
    boolean canAsk = shell.inIsTerminal() && shell.errIsTerminal() && !stdinIsTaken;
    return new PluginPolicy.Allowlist(
        settings.words(Setting.ALLOW_PLUGINS),
        canAsk ? new PluginQuestion(shell) : call -> refused(call, shell),
        agreed(shell.environment()));
  }

  /// What strangers can reach runs no program, whatever the settings allow other commands.
  ///
  /// @param option that lets them in
  /// @throws ProblemException `BadInput` when programs are named beside it
  static PluginPolicy none(ParseResult given, String option) {
    if (Options.isGiven(given, ALLOW)) {
      throw new ProblemException(
          new Problem.BadInput(
              ALLOW, "cannot be used with " + option + ": no credential plugin runs there"));
    }
    return new PluginPolicy.DenyAll();
  }

  private static boolean refused(PluginCall call, Shell shell) {
    shell
        .err()
        .println(
            "kubilitics: nobody can be asked here whether a program of the kubeconfig may run;"
                + " --allow-plugin "
                + Plain.text(call.program().toString())
                + " allows it");
    return false;
  }

  /// In the configuration directory of the user, or in memory where there is none.
  private static AgreedCalls agreed(Map<String, String> environment) {
    String configHome = environment.getOrDefault("XDG_CONFIG_HOME", "");
    String home = environment.getOrDefault("HOME", environment.getOrDefault("USERPROFILE", ""));
    if (configHome.startsWith("/")) {
      return new AgreedCallsFile(Path.of(configHome, "kubilitics", AGREED));
    }
    if (!home.isEmpty()) {
      return new AgreedCallsFile(Path.of(home, ".config", "kubilitics", AGREED));
    }
    return new InMemory(ConcurrentHashMap.newKeySet());
  }

  private record InMemory(Set<String> fingerprints) implements AgreedCalls {
    @Override
    public boolean holds(String fingerprint) {
      return fingerprints.contains(fingerprint);
    }

    @Override
    public void keep(String fingerprint) {
      fingerprints.add(fingerprint);
    }
  }
}
