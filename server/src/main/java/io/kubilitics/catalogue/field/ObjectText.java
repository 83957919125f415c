package io.kubilitics.catalogue.field;

import org.jspecify.annotations.Nullable;

/// A text made of an object's fields: a column of a table, or something that checks need.
/// Immutable, used by any thread.
public interface ObjectText {
  /// Adds what it reads to a trie.
  void keepIn(PathTrie trie);

  /// The text for this object, or null when it has none.
  @Nullable String of(KeptObject object);
}
