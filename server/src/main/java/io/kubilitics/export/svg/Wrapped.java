package io.kubilitics.export.svg;

import io.kubilitics.layout.text.TextMeasure;
import io.kubilitics.layout.text.TextStyle;
import java.util.ArrayList;
import java.util.List;

/// Breaks text into lines. Nothing of it is lost: a word without room for itself is broken, too.
final class Wrapped {
  private final TextStyle style;
  private final int room;
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();

  private Wrapped(int room, TextStyle style) {
    this.room = room;
    this.style = style;
  }

  /// @param room in pixels
  static List<String> lines(String text, int room, TextStyle style) {
    Wrapped wrapped = new Wrapped(room, style);
    for (String word : TextMeasure.legible(text).split(" ", -1)) {
      if (!word.isEmpty()) {
        wrapped.add(word);
      }
    }
    wrapped.breakLine();
    return List.copyOf(wrapped.lines);
  }

  private void add(String word) {
    if (!line.isEmpty()) {
      if (TextMeasure.width(line + " " + word, style) <= room) {
        line.append(' ').append(word);
        return;
      }
      breakLine();
    }
    if (TextMeasure.width(word, style) <= room) {
      line.append(word);
      return;
    }
    word.codePoints().forEach(this::addCharacter);
  }

  private void addCharacter(int codePoint) {
    String character = Character.toString(codePoint);
    if (!line.isEmpty() && TextMeasure.width(line + character, style) > room) {
      breakLine();
    }
    line.append(character);
  }

  private void breakLine() {
    if (!line.isEmpty()) {
      lines.add(line.toString());
      line.setLength(0);
    }
  }
}
