/// Drawings as a channel of the stream: a region's head, frames, blocks and streets are items,
/// which are composed when somebody asks, and again only where something changed.
@NullMarked
package io.kubilitics.api.stream.drawing;

import org.jspecify.annotations.NullMarked;
