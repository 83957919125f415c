package io.kubilitics.source.cluster.credential;

import java.nio.file.Path;
import java.util.List;

/// How exactly a credential plugin would be run, as the user is shown it.
///
/// @param context of the kubeconfig that names it
/// @param program the file that would be run, absolute
/// @param arguments each as the program gets it; no shell reads them
/// @param environment names of the variables that the kubeconfig sets, sorted; the values may be
///   secret
/// @param fingerprint stands for all of that, the values and the content of the program: SHA-256 in
///   hexadecimal digits
public record PluginCall(
    String context,
    Path program,
    List<String> arguments,
    List<String> environment,
    String fingerprint) {
  public PluginCall {
    arguments = List.copyOf(arguments);
    environment = List.copyOf(environment);
  }
}
