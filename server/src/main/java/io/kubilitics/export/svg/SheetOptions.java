package io.kubilitics.export.svg;

/// What is around the map on an export.
///
/// @param title lines above it: which cluster, when, what is not shown singly
/// @param legend lines below it: marks and lines that occur
public record SheetOptions(boolean title, boolean legend) {
  public static final SheetOptions WHOLE = new SheetOptions(true, true);

  /// The map alone.
  public static final SheetOptions BARE = new SheetOptions(false, false);
}
