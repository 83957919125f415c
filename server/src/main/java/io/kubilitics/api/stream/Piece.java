package io.kubilitics.api.stream;

/// A part of what is to be told of a topic: as many items as make a message worth sending.
///
/// @param json an object; of about [#USUAL_BYTES] unless one single item is larger
/// @param next where the next piece begins, [#END] after the last one
public record Piece(String json, int next) {
  public static final int END = -1;

  /// How large a piece should be, in bytes of UTF-8.
  public static final int USUAL_BYTES = 64 * 1024;

  /// Nothing to tell.
  public static final Piece NOTHING = new Piece("", END);

  /// The only piece there is.
  public static Piece whole(String json) {
    return new Piece(json, END);
  }

  public boolean isLast() {
    return next == END;
  }
}
