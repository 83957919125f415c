package io.kubilitics.api.stream.item;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The items of one topic. Immutable.
///
/// @param changed the revision in which anything in it last changed
/// @param items by key
/// @param gone keys of items that were there once, with the revision in which they went
record Topic(long changed, SortedMap<String, Item> items, Map<String, Long> gone) {
  static final Topic EMPTY = new Topic(0, new TreeMap<>(), Map.of());

  Topic {
    items = Collections.unmodifiableSortedMap(items);
    gone = Map.copyOf(gone);
  }
}
