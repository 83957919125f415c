package io.kubilitics.layout.block;

import io.kubilitics.model.RelationType.Category;

/// One relation between two cards, by their indexes. Several between the same two cards, in the
/// same direction and of one category, are drawn as one. A relation of a card with itself has no
/// route.
public record Line(int from, int to, Category category) {}
