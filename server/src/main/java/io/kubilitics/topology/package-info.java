/// From facts to edges: the engine, the immutable topology it publishes, and the questions that can
/// be put to it.
@NullMarked
package io.kubilitics.topology;

import org.jspecify.annotations.NullMarked;
