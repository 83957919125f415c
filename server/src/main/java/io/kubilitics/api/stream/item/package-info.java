/// Channels whose topics are sets of items: what is there, when each last changed, and how that
/// becomes the pieces of a snapshot or a delta.
@NullMarked
package io.kubilitics.api.stream.item;

import org.jspecify.annotations.NullMarked;
