package io.kubilitics.catalogue.feature;

import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.field.ObjectText;
import io.kubilitics.catalogue.field.PathTrie;
import org.jspecify.annotations.Nullable;

/// How many names in the texts of an object were too many to be looked at as calls.
final class NamesLeftOut implements ObjectText {
  static final String FEATURE = "namesLeftOut";

  @Override
  public void keepIn(PathTrie trie) {
    // The rules keep what they read.
  }

  @Override
  public @Nullable String of(KeptObject object) {
    return object.namesLeftOut() == 0 ? null : Integer.toString(object.namesLeftOut());
  }
}
