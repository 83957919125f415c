package io.kubilitics.cli;

import io.kubilitics.config.Setting;
import io.kubilitics.config.Settings;
import io.kubilitics.source.cluster.Connector;
import io.kubilitics.source.cluster.kubeconfig.Kubeconfig;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.ParseResult;

/// The contexts of a kubeconfig, and the way to their clusters.
record Contexts(Kubeconfig kubeconfig, Connector connector) {
  /// Those that a command is told of by its options, the environment and the settings. Nobody is
  /// contacted and nothing is run.
  ///
  /// @throws io.kubilitics.problem.ProblemException when a file was named and cannot be read
  static Contexts of(ParseResult given, Shell shell) {
    Map<Setting, String> flags = new HashMap<>(KubeconfigOption.flags(given));
    flags.putAll(PluginOptions.flags(given));
    Settings settings = Settings.read(flags, null, shell.environment());
    return new Contexts(
        KubeconfigOption.read(settings, shell),
        LiveConnector.of(shell, PluginOptions.policy(settings, shell)));
  }
}
