package io.kubilitics.cli;

import io.kubilitics.config.Setting;
import io.kubilitics.config.Settings;
import io.kubilitics.source.cluster.kubeconfig.Kubeconfig;
import io.kubilitics.source.cluster.kubeconfig.KubeconfigFiles;
import io.kubilitics.source.cluster.kubeconfig.KubeconfigRemark;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// The option that names the kubeconfig.
final class KubeconfigOption {
  static final String KUBECONFIG = "--kubeconfig";
  private static final int MOST_SAID = 10;

  private KubeconfigOption() {}

  static void describe(CommandSpec spec) {
    spec.addOption(
        Options.value(
            "FILE",
            "The kubeconfig, instead of those that kubectl uses: KUBECONFIG, or else"
                + " ~/.kube/config.",
            List.of(),
            KUBECONFIG));
  }

  /// Reads it. Nobody is contacted and nothing is run.
  ///
  /// @throws io.kubilitics.problem.ProblemException when a file was named and cannot be read
  static Kubeconfig read(ParseResult given, Shell shell) {
    return read(Settings.read(flags(given), null, shell.environment()), shell);
  }

  /// As the other one, and says on stderr what is wrong with parts of it.
  static Kubeconfig read(Settings settings, Shell shell) {
    Kubeconfig kubeconfig = Kubeconfig.read(files(settings, shell));
    say(kubeconfig.remarks(), shell);
    return kubeconfig;
  }

  static void say(List<KubeconfigRemark> remarks, Shell shell) {
    remarks.stream()
        .limit(MOST_SAID)
        .forEach(remark -> shell.err().println("kubilitics: " + Plain.text(remark.toString())));
    if (remarks.size() > MOST_SAID) {
      shell.err().println("kubilitics: and " + (remarks.size() - MOST_SAID) + " more");
    }
  }

  static KubeconfigFiles files(Settings settings, Shell shell) {
    return KubeconfigFiles.of(settings.text(Setting.KUBECONFIG), shell.environment());
  }

  /// What is set by the option.
  static Map<Setting, String> flags(ParseResult given) {
    @Nullable String file = Options.one(given, KUBECONFIG);
    return file == null ? Map.of() : Map.of(Setting.KUBECONFIG, file);
  }
}
