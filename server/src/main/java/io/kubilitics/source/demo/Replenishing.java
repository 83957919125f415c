package io.kubilitics.source.demo;

/// What makes another Pod when one is deleted.
interface Replenishing extends PodOwner {
  /// Makes a Pod in the place of one that is deleted.
  Pod replace(Pod gone, Births births, Dice dice);
}
