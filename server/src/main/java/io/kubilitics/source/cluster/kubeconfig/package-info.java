/// Reads kubeconfig files by kubectl's rules, without ever running or opening what they name: the
/// result says how each context reaches its cluster, and as whom.
@NullMarked
package io.kubilitics.source.cluster.kubeconfig;

import org.jspecify.annotations.NullMarked;
