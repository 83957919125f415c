package io.kubilitics.session;

/// A context of the kubeconfig that could be opened. Nobody has been contacted to find it.
///
/// @param server where it says the cluster is, without anything secret; `""` when it does not say
/// @param namespace where the user works by default, or `""`
/// @param current whether it is the one that is used when nothing is said
public record FoundContext(String name, String server, String namespace, boolean current) {}
