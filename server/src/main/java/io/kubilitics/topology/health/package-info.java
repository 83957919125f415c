/// How objects are by what is next to them: named rules of one hop, each of which keeps what the
/// object says of itself when its surroundings tell nothing better. Nothing is concluded from what
/// is not known.
@NullMarked
package io.kubilitics.topology.health;

import org.jspecify.annotations.NullMarked;
