/// What is wrong with the objects of a cluster. A check looks at one object, its edges and, where
/// its radius says so, further along them, in one snapshot through one viewer; it never looks at a
/// source. Checks are pure and have no order: findings are sorted, and of each code only so many
/// are kept.
@NullMarked
package io.kubilitics.check;

import org.jspecify.annotations.NullMarked;
