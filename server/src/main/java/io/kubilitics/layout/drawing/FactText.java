package io.kubilitics.layout.drawing;

/// What the card of an object says of it while nothing is wrong: its kind and one telling thing.
/// Pure; whatever an object says, the result is one sentence.
@FunctionalInterface
interface FactText {
  String of(Subject subject);
}
