/// How well a cluster is known as a channel of the stream: its source as a whole, and every kind.
@NullMarked
package io.kubilitics.api.stream.status;

import org.jspecify.annotations.NullMarked;
