package io.kubilitics.export.svg;

import io.kubilitics.layout.text.TextMeasure;
import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Glyphs;
import io.kubilitics.model.drawing.Label;
import io.kubilitics.model.drawing.Look;
import org.jspecify.annotations.Nullable;

/// Shapes and texts of the style sheet, in whole pixels of the group they are in. It notes what it
/// uses.
final class Pen {
  private final SvgWriter out;
  private final Ledger used;

  Pen(SvgWriter out, Ledger used) {
    this.out = out;
    this.used = used;
  }

  Ledger used() {
    return used;
  }

  /// Opens a group.
  void open(@Nullable Rule rule) {
    out.markup("<g");
    classes(rule, null, null);
    out.markup(">");
  }

  /// Opens a group that says what it stands for.
  void open(@Nullable Rule rule, String attribute, String value) {
    out.markup("<g");
    classes(rule, null, null);
    attribute(attribute, value);
    out.markup(">");
  }

  /// Opens a group with an origin of its own.
  void openAt(int x, int y, @Nullable Rule rule) {
    out.markup("<g");
    classes(rule, null, null);
    translate(x, y);
    out.markup(">");
  }

  void openAt(int x, int y, @Nullable Rule rule, String attribute, String value) {
    out.markup("<g");
    classes(rule, null, null);
    attribute(attribute, value);
    translate(x, y);
    out.markup(">");
  }

  /// Opens the group of the map.
  ///
  /// @param clip id of what it is cut by, or `""`
  void openMap(int x, int y, String clip) {
    out.markup("<g");
    translate(x, y);
    if (!clip.isEmpty()) {
      out.markup(" clip-path=\"url(#").markup(clip).markup(")\"");
    }
    out.markup(">");
  }

  void close() {
    out.markup("</g>");
  }

  /// What is shown for hovering and read aloud; the first thing in a group.
  void title(String text) {
    out.markup("<title>").text(TextMeasure.legible(text)).markup("</title>");
  }

  void rect(Rule rule, Rect at, int radius) {
    rect(rule, at.x(), at.y(), at.width(), at.height(), radius);
  }

  void rect(Rule rule, int x, int y, int width, int height, int radius) {
    out.markup("<rect");
    classes(rule, null, null);
    halves(2 * x, 2 * y, 2 * width, 2 * height, radius);
    out.markup("/>");
  }

  /// A rectangle that says which object it stands for.
  void rect(Rule rule, Rect at, int radius, String id) {
    out.markup("<rect");
    classes(rule, null, null);
    attribute("data-id", id);
    halves(2 * at.x(), 2 * at.y(), 2 * at.width(), 2 * at.height(), radius);
    out.markup("/>");
  }

  void box(Rule rule, Rect at, int radius) {
    box(rule, at.x(), at.y(), at.width(), at.height(), radius);
  }

  /// A rectangle with a border: its line runs half a pixel inside, so that it is exactly its size.
  void box(Rule rule, int x, int y, int width, int height, int radius) {
    out.markup("<rect");
    classes(rule, null, null);
    halves(2 * x + 1, 2 * y + 1, Math.max(0, 2 * width - 2), Math.max(0, 2 * height - 2), radius);
    out.markup("/>");
  }

  void circle(Rule rule, int x, int y, int radius) {
    out.markup("<circle");
    classes(rule, null, null);
    out.markup(" cx=\"").number(x).markup("\" cy=\"").number(y);
    out.markup("\" r=\"").number(radius).markup("\"/>");
  }

  void text(int x, int y, String text, Rule rule) {
    text(x, y, text, rule, null, null);
  }

  void text(int x, int y, String text, Rule rule, @Nullable Rule more) {
    text(x, y, text, rule, more, null);
  }

  /// @param y of the base line
  void text(int x, int y, String text, Rule rule, @Nullable Rule more, @Nullable Rule most) {
    if (text.isEmpty()) {
      return;
    }
    out.markup("<text");
    classes(rule, more, most);
    out.markup(" x=\"").number(x).markup("\" y=\"").number(y).markup("\">");
    out.text(TextMeasure.legible(text)).markup("</text>");
  }

  void icon(String glyph, Rule rule, int x, int y, int size) {
    use(Glyphs.icon(glyph), rule, x, y, size);
  }

  void mark(Look look, int x, int y, int size) {
    if (look == Look.FAILED || look == Look.DEGRADED) {
      used.use(Rules.KNOCKED_OUT);
    }
    use(Glyphs.mark(look), Rules.mark(look), x, y, size);
  }

  /// Begins a path, to be ended.
  PathPen path(Rule rule, @Nullable Rule more) {
    out.markup("<path");
    classes(rule, more, null);
    out.markup(" d=\"");
    return new PathPen(out);
  }

  /// Begins a path that stands for edges.
  PathPen path(Rule rule, @Nullable Rule more, String edge, int count) {
    out.markup("<path");
    classes(rule, more, null);
    attribute("data-edge", edge);
    if (count > 1) {
      out.markup(" data-count=\"").number(count).markup("\"");
    }
    out.markup(" d=\"");
    return new PathPen(out);
  }

  /// Begins a path that stands for the traffic between two tiles.
  PathPen street(Rule rule, String from, String to, int count) {
    out.markup("<path");
    classes(rule, null, null);
    attribute("data-from", from);
    attribute("data-to", to);
    out.markup(" data-count=\"").number(count).markup("\" d=\"");
    return new PathPen(out);
  }

  /// The lower part of a rounded rectangle, itself not rounded at its upper side.
  void lowerPart(Rule rule, int x, int y, int width, int height, int radius) {
    out.markup("<path");
    classes(rule, null, null);
    out.markup(" d=\"M").number(x).markup(" ").number(y).markup("h").number(width);
    out.markup("v").number(height - radius);
    arc(radius, -radius, radius);
    out.markup("h").number(2 * radius - width);
    arc(radius, -radius, -radius);
    out.markup("z\"/>");
  }

  private void arc(int radius, int x, int y) {
    out.markup("a").number(radius).markup(" ").number(radius).markup(" 0 0 1 ");
    out.number(x).markup(" ").number(y);
  }

  /// A name as it is if it has room, else cut in the middle.
  static String fitted(Label name, int room, Rule rule) {
    return TextMeasure.width(name.text(), rule.type()) <= room
        ? name.text()
        : TextMeasure.fit(name.full(), room, rule.type());
  }

  /// A short text that was not cut for its room.
  static String cut(String text, int room, Rule rule) {
    return TextMeasure.fit(text, Math.max(0, room), rule.type());
  }

  /// A sentence as it is if it has room, else cut at its end.
  static String clipped(Label sentence, int room, Rule rule) {
    return TextMeasure.width(sentence.text(), rule.type()) <= room
        ? sentence.text()
        : TextMeasure.clip(sentence.full(), room, rule.type());
  }

  static int width(String text, Rule rule) {
    return TextMeasure.width(text, rule.type());
  }

  private void use(String symbol, Rule rule, int x, int y, int size) {
    used.use(symbol);
    out.markup("<use xlink:href=\"#").markup(symbol).markup("\"");
    classes(rule, null, null);
    halves(2 * x, 2 * y, 2 * size, 2 * size, 0);
    out.markup("/>");
  }

  private void halves(int x, int y, int width, int height, int radius) {
    out.markup(" x=\"").halves(x).markup("\" y=\"").halves(y);
    out.markup("\" width=\"").halves(width).markup("\" height=\"").halves(height);
    if (radius > 0) {
      out.markup("\" rx=\"").number(radius);
    }
    out.markup("\"");
  }

  private void translate(int x, int y) {
    out.markup(" transform=\"translate(").number(x).markup(" ").number(y).markup(")\"");
  }

  private void attribute(String name, String value) {
    out.markup(" ").markup(name).markup("=\"").text(value).markup("\"");
  }

  private void classes(@Nullable Rule first, @Nullable Rule second, @Nullable Rule third) {
    if (first == null) {
      return;
    }
    out.markup(" class=\"").markup(first.name());
    used.use(first);
    if (second != null) {
      out.markup(" ").markup(second.name());
      used.use(second);
    }
    if (third != null) {
      out.markup(" ").markup(third.name());
      used.use(third);
    }
    out.markup("\"");
  }
}
