/// The program's entry and its wiring.
@NullMarked
package io.kubilitics;

import org.jspecify.annotations.NullMarked;
