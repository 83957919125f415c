package io.kubilitics.search;

import org.jspecify.annotations.Nullable;

/// Remembers in which texts a needle was found, and in which not. Thousands of objects share the
/// instances of their labels, so that few need to be searched. It remembers a fixed number of them,
/// each in the one place its hash says; any thread may use it, a lost write costs a second search.
final class SharedTexts {
  private static final int PLACES = 1 << 11;

  private final Needle needle;
  private final @Nullable String[] holding = new String[PLACES];
  private final @Nullable String[] lacking = new String[PLACES];

  SharedTexts(Needle needle) {
    this.needle = needle;
  }

  @SuppressWarnings("ReferenceEquality") // only the same instance is known without looking at it
  boolean isIn(String text) {
    int place = (text.hashCode() * 0x9E3779B9) >>> 21;
    if (text == lacking[place]) {
      return false;
    }
    if (text == holding[place]) {
      return true;
    }
    boolean found = needle.isIn(text);
    if (found) {
      holding[place] = text;
    } else {
      lacking[place] = text;
    }
    return found;
  }
}
