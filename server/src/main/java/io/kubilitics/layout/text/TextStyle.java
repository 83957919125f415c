package io.kubilitics.layout.text;

/// What the texts of a drawing are set in, one style for each part.
public enum TextStyle {
  FRAME_TITLE(160, Weight.SEMIBOLD),
  FRAME_NOTE(120, Weight.REGULAR),
  BLOCK_TITLE(110, Weight.SEMIBOLD),
  BLOCK_NOTE(110, Weight.REGULAR),
  /// Of a simple card.
  NAME(125, Weight.SEMIBOLD),
  WORKLOAD_NAME(130, Weight.SEMIBOLD),
  READY(130, Weight.SEMIBOLD),
  FACT(110, Weight.REGULAR),
  TAG(110, Weight.REGULAR),
  GENERATION(100, Weight.MEDIUM),
  GENERATION_COUNT(100, Weight.SEMIBOLD),
  CELL(105, Weight.MEDIUM),
  VOLUME(100, Weight.REGULAR),
  ROW_NAME(120, Weight.MEDIUM),
  ROW_FACT(110, Weight.REGULAR),
  VERB(90, Weight.REGULAR),
  PILL(100, Weight.MEDIUM),
  /// Of a frame whose cards have one line each.
  SMALL_FRAME_TITLE(120, Weight.SEMIBOLD),
  SMALL_BLOCK_TITLE(100, Weight.SEMIBOLD),
  /// Of a simple card of one line.
  SMALL_NAME(100, Weight.MEDIUM),
  /// Of a workload's card of one line, and beside it.
  SMALL_WORKLOAD(110, Weight.SEMIBOLD),
  /// Of an app or a namespace as a tile.
  TILE_TITLE(110, Weight.SEMIBOLD),
  TILE_LARGE_TITLE(130, Weight.SEMIBOLD),
  TILE_LINE(100, Weight.REGULAR),
  /// Over everything, on an export.
  SHEET_TITLE(150, Weight.SEMIBOLD);

  private final int tenths;
  private final Weight weight;

  TextStyle(int tenths, Weight weight) {
    this.tenths = tenths;
    this.weight = weight;
  }

  /// The font size in tenths of a pixel.
  public int tenths() {
    return tenths;
  }

  public Weight weight() {
    return weight;
  }

  /// How bold.
  public enum Weight {
    REGULAR(400),
    MEDIUM(500),
    SEMIBOLD(600);

    private final int number;

    Weight(int number) {
      this.number = number;
    }

    /// As fonts count it.
    public int number() {
      return number;
    }
  }
}
