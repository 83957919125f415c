/// Measures the product as a user has it: whole processes of the linked image, beside the same
/// program on a plain class path in the same run.
@NullMarked
package io.kubilitics.jlink.bench;

import org.jspecify.annotations.NullMarked;
