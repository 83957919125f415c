package io.kubilitics.source.cluster.kubeconfig;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// How one context reaches its cluster, and as whom. Equal for equal kubeconfigs, so that a reload
/// can tell what has changed. Shows no secret in [#toString].
///
/// @param context its name in the kubeconfig, or `in-cluster`
/// @param server `https` or `http`, with the path below which the API lies
/// @param tlsServerName the name that the server's certificate must have instead of its host's, or
///   null
/// @param proxy `http`, `https` or `socks5`, or null for that of the environment
/// @param certificate of the client, with [#key], or null
/// @param namespace where the user works by default: the first filter
public record ClusterAccess(
    String context,
    URI server,
    Trust trust,
    @Nullable String tlsServerName,
    @Nullable URI proxy,
    @Nullable Pem certificate,
    @Nullable Pem key,
    Authorization authorization,
    @Nullable Impersonation impersonation,
    String namespace) {}
