/// The delta stream: what clients have subscribed to, as channels of topics; a client is a cursor
/// over the revisions of a channel and never a queue, so that a slow one costs nothing.
@NullMarked
package io.kubilitics.api.stream;

import org.jspecify.annotations.NullMarked;
