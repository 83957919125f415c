/// Live clusters: the kubeconfig says how to reach one, a connection asks its API server, discovery
/// says which kinds it serves, and for each kind a feed lists, watches and never gives up. fabric8
/// lives here only, and only for HTTP.
@NullMarked
package io.kubilitics.source.cluster;

import org.jspecify.annotations.NullMarked;
