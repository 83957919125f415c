/// From places to a drawing: what stands in the cards of a plan for one viewer, one level and one
/// filter. Nothing here moves anything: what is filtered out leaves its place empty, and a text is
/// cut to the room that is there.
@NullMarked
package io.kubilitics.layout.drawing;

import org.jspecify.annotations.NullMarked;
