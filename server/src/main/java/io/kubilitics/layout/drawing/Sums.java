package io.kubilitics.layout.drawing;

import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import java.util.Map;

/// What a drawing does not show singly, in numbers.
///
/// @param hidden objects that the filter refuses
/// @param homeless objects that the plan has no place for
/// @param folded objects told by the number on a card alone, by kind
/// @param older those behind the last slot of a strip
/// @param missing what others refer to and what is not there, without a card of its own
/// @param inside edges told by what stands inside what
/// @param lineless edges without a line
record Sums(
    int hidden,
    int homeless,
    Map<Kind, Integer> folded,
    Map<Kind, Integer> older,
    Map<Kind, Integer> missing,
    int inside,
    Map<Relation, Integer> lineless) {}
