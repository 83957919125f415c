/// The memory of places, and the packers that keep them. A [Packer] gives every item of a container
/// a slot: densely when it starts afresh, and moving as little as possible when it follows a
/// change; [CellRules] do the same for members in the cells of a card. [SlotStore] keeps an epoch
/// of all that. Nothing here knows what an item is: keys, sizes and rectangles only, so that the
/// same rules serve blocks in a frame and frames on a canvas. Everything is a pure function of what
/// is handed in, in integers.
@NullMarked
package io.kubilitics.layout.slot;

import org.jspecify.annotations.NullMarked;
