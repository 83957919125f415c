/// Which objects of a frame hang together, and what stands inside what: Pods in their workload,
/// ReplicaSets in the strip of their Deployment, everything else as a card in the block of the one
/// app it belongs to. A pure function of the nodes and edges; knows nothing of places.
@NullMarked
package io.kubilitics.layout.outline;

import org.jspecify.annotations.NullMarked;
