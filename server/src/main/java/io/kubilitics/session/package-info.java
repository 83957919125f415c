/// What is open: one session for each cluster, with its source, the one way into its state, its
/// engine and what could not be read. Nothing in the process is the current cluster.
@NullMarked
package io.kubilitics.session;

import org.jspecify.annotations.NullMarked;
