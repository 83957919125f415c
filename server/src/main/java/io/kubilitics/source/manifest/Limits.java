package io.kubilitics.source.manifest;

/// How much one document may ask of us. A document is what stands between two separators or, in a
/// large list, one of its elements.
///
/// @param bytes of one document
/// @param listBytes above this a list is read element by element
/// @param depth of lists and maps in each other
/// @param aliases in one document
/// @param nodes names and values, after aliases and merges
record Limits(int bytes, int listBytes, int depth, int aliases, int nodes) {
  private static final int MIB = 1 << 20;

  static final Limits DEFAULT = new Limits(10 * MIB, MIB, 100, 50, 200_000);

  String bytesText() {
    return bytes % MIB == 0 ? bytes / MIB + " MiB" : bytes + " bytes";
  }
}
