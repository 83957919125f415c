package io.kubilitics.source.cluster.kubeconfig;

/// A context as it can be shown to choose from, whether or not it can be used.
///
/// @param server its address, `""` when it has none that can be used
/// @param namespace where the user works by default: `default` when it sets none
/// @param current whether it is the one that kubectl uses
public record KubeconfigContext(
    String name, String cluster, String server, String namespace, boolean current) {}
