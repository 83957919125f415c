/// The layout of one block: cards and the lines between them in, places and orthogonal routes out.
/// Pure: the result is a function of the input alone, whatever its order, the number of threads, or
/// what was laid out before. Of Kubernetes it knows only the category of a relation, which has its
/// own port on a card. The work is done by ELK's layered algorithm for blocks of a bounded size and
/// by plain columns for all others, and also whenever ELK fails.
@NullMarked
package io.kubilitics.layout.block;

import org.jspecify.annotations.NullMarked;
