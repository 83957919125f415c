package io.kubilitics.config;

import java.util.Locale;

/// What can be set, and its default. In files it has its name, in the environment `KUBILITICS_` and
/// its name in capitals, with `_` for dots.
public enum Setting {
  /// Address to listen on.
  HOST("127.0.0.1"),
  /// Port to listen on; 0 for any free one.
  PORT("0"),
  /// Directory for the program's state.
  DATA(""),
  /// The kubeconfig, instead of the files that kubectl uses.
  KUBECONFIG(""),
  /// Credential plugins that a kubeconfig may run without a question.
  ALLOW_PLUGINS(""),
  /// Further names under which browsers reach the server, separated by commas.
  HOSTS(""),
  /// Streams that one caller may have open.
  STREAMS("32"),
  /// The least a line of the log must matter: trace, debug, info, warn, error or off.
  LOG_LEVEL("warn");

  private final String byDefault;

  Setting(String byDefault) {
    this.byDefault = byDefault;
  }

  /// As in files: `log.level`.
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  public String byDefault() {
    return byDefault;
  }

  String variable() {
    return "KUBILITICS_" + name();
  }
}
