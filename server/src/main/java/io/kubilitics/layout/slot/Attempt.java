package io.kubilitics.layout.slot;

import java.util.List;

/// One way to pack items.
///
/// @param boxes in the order of the items
record Attempt(List<Item> order, Boxes boxes) {}
