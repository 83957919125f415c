/// What a cluster has reported of its objects as a channel of the stream.
@NullMarked
package io.kubilitics.api.stream.events;

import org.jspecify.annotations.NullMarked;
