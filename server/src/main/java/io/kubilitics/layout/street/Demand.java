package io.kubilitics.layout.street;

/// A wish for a way between two rectangles.
///
/// @param from number of the rectangle
/// @param weight the heavier ones are routed first
record Demand(int from, int to, int weight) {}
