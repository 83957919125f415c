package io.kubilitics.api.stream.item;

/// What is remembered of an item; its text is made when somebody asks.
///
/// @param changed the revision in which it last became another
/// @param hash of its text, [#UNKNOWN] before it was ever made
/// @param asOf the second as of which it is written, where that counts
public record Item(long changed, long hash, long asOf) {
  public static final long UNKNOWN = 0;
}
