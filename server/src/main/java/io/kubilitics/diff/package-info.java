/// What differs between two states: objects, their fields, the relations between them, and what is
/// wrong with them. Bodies are read one pair at a time and only where objects differ.
@NullMarked
package io.kubilitics.diff;

import org.jspecify.annotations.NullMarked;
