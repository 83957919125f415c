/// From the topology to places: which objects hang together, how large that is drawn, and where it
/// stands. Incremental: a delta of the topology comes in, only the groups it touches are made anew,
/// and what is left keeps its place.
@NullMarked
package io.kubilitics.layout;

import org.jspecify.annotations.NullMarked;
