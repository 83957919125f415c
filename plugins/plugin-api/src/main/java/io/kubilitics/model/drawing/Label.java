package io.kubilitics.model.drawing;

/// A text in the room it has.
///
/// @param text what is painted: the whole text, or its parts with an ellipsis
/// @param full the whole text, for hovering and for search
public record Label(String text, String full) {
  public static final Label NONE = new Label("", "");

  /// One that has room enough.
  public static Label whole(String text) {
    return new Label(text, text);
  }

  public boolean isCut() {
    return !text.equals(full);
  }
}
