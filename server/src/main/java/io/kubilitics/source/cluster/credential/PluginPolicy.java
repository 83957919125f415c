package io.kubilitics.source.cluster.credential;

import java.util.List;

/// Which credential plugins may run; the three choices of kubectl (`credentialPluginPolicy` of its
/// preferences). A kubeconfig may name any program with any arguments, so who gets one from
/// somebody else must be asked before it runs.
public sealed interface PluginPolicy {
  /// Every one.
  record AllowAll() implements PluginPolicy {}

  /// None: for servers and uploaded kubeconfigs.
  record DenyAll() implements PluginPolicy {}

  /// Those that are listed or agreed to.
  ///
  /// @param programs names found in `PATH`, or absolute paths; as in kubectl's
  ///   `credentialPluginAllowlist`, their arguments do not matter
  /// @param consent asked about any other, about each once: the answer stands as long as the call
  ///   is the same and the program runs
  /// @param agreed what has been agreed to before
  record Allowlist(List<String> programs, PluginConsent consent, AgreedCalls agreed)
      implements PluginPolicy {
    public Allowlist {
      programs = List.copyOf(programs);
      consent = RememberedConsent.of(consent, agreed);
    }
  }
}
