/// What the map must say of small worlds, written down by hand.
@NullMarked
package io.kubilitics.truth;

import org.jspecify.annotations.NullMarked;
