/// Where objects come from. A source hands over [io.kubilitics.model.Change]s; everything above it
/// is the same for a folder, the demo and a live cluster.
@NullMarked
package io.kubilitics.source;

import org.jspecify.annotations.NullMarked;
