package io.kubilitics.cli;

import io.kubilitics.config.Setting;
import io.kubilitics.config.Settings;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.cluster.credential.AgreedCalls;
import io.kubilitics.source.cluster.credential.AgreedCallsFile;
import io.kubilitics.source.cluster.credential.PluginCall;
import io.kubilitics.source.cluster.credential.PluginConsent;
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

  /// Of a command that ends with what is wrong.
  static PluginPolicy policy(Settings settings, Shell shell) {
    return policy(settings, shell, canAsk(shell) ? new PluginQuestion(shell) : PluginConsent.NEVER);
  }

  /// Of a server, which goes on and says so once.
  ///
  /// @param stdinIsTaken whether somebody else reads stdin, so that nobody can answer
  static PluginPolicy policyOfServer(Settings settings, Shell shell, boolean stdinIsTaken) {
    return policy(
        settings,
        shell,
        canAsk(shell) && !stdinIsTaken ? new PluginQuestion(shell) : call -> refused(call, shell));
  }

  private static PluginPolicy policy(Settings settings, Shell shell, PluginConsent consent) {
    return new PluginPolicy.Allowlist(
        settings.words(Setting.ALLOW_PLUGINS), consent, agreed(shell.environment()));
  }

  private static boolean canAsk(Shell shell) {
    return shell.inIsTerminal() && shell.errIsTerminal();
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
    String text =
        "kubilitics serve: context "
            + call.context()
            + ": nobody can be asked whether its credential plugin may run; --allow-plugin "
            + call.program()
            + " allows it";
    shell.err().println(Plain.text(text));
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
