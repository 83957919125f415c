/// A program that runs inside the linked image and touches every heavy library there: what a merge
/// can break (services, resources, native libraries, reflection) breaks here.
@NullMarked
package io.kubilitics.jlink.probe;

import org.jspecify.annotations.NullMarked;
