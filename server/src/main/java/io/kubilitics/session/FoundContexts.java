package io.kubilitics.session;

import java.util.List;

/// What was found to be opened, in the order of the kubeconfig.
///
/// @param warnings what is wrong with the kubeconfig, in words for the reader and without anything
///   secret
public record FoundContexts(List<FoundContext> contexts, List<String> warnings) {
  public static final FoundContexts NONE = new FoundContexts(List.of(), List.of());

  public FoundContexts {
    contexts = List.copyOf(contexts);
    warnings = List.copyOf(warnings);
  }
}
