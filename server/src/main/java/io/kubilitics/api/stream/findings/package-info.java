/// What is wrong in a cluster as a channel of the stream.
@NullMarked
package io.kubilitics.api.stream.findings;

import org.jspecify.annotations.NullMarked;
