package io.kubilitics.layout.street;

import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A plain SVG to look at rectangles and ways: written to the folder that the system property
/// `pictures` names, if it is set.
final class Picture {
  private final List<String> parts = new ArrayList<>();
  private int right;
  private int bottom;

  Picture rect(Rect rect, String fill, String stroke) {
    right = Math.max(right, rect.right());
    bottom = Math.max(bottom, rect.bottom());
    parts.add(
        String.format(
            Locale.ROOT,
            "<rect x='%d' y='%d' width='%d' height='%d' rx='6' fill='%s' stroke='%s'"
                + " vector-effect='non-scaling-stroke'/>",
            rect.x(),
            rect.y(),
            rect.width(),
            rect.height(),
            fill,
            stroke));
    return this;
  }

  Picture text(int x, int y, int size, String text) {
    parts.add(
        String.format(
            Locale.ROOT,
            "<text x='%d' y='%d' font-size='%d' font-family='sans-serif' fill='#555'>%s</text>",
            x,
            y,
            size,
            text.replace("<", "&lt;")));
    return this;
  }

  Picture way(List<Point> way, String colour, double width) {
    if (way.size() < 2) {
      return this;
    }
    StringBuilder points = new StringBuilder();
    way.forEach(point -> points.append(point.x()).append(',').append(point.y()).append(' '));
    parts.add(
        String.format(
            Locale.ROOT,
            "<polyline points='%s' fill='none' stroke='%s' stroke-width='%.2f'"
                + " vector-effect='non-scaling-stroke'"
                + " marker-end='url(#tip)'/>",
            points.toString().strip(),
            colour,
            width));
    return this;
  }

  void write(String name) {
    String folder = System.getProperty("pictures");
    if (folder == null) {
      return;
    }
    String svg =
        String.format(
                Locale.ROOT,
                "<svg xmlns='http://www.w3.org/2000/svg' width='1600' height='%d'"
                    + " viewBox='-100 -100 %d %d'>",
                1600L * (bottom + 200) / (right + 200),
                right + 200,
                bottom + 200)
            + "<marker id='tip' viewBox='0 0 8 8' refX='8' refY='4' markerWidth='6'"
            + " markerHeight='6' orient='auto' markerUnits='strokeWidth'>"
            + "<path d='M0 0L8 4L0 8z' fill='#2b8a9e'/></marker>"
            + "<rect x='-100' y='-100' width='100%' height='100%' fill='#eef0f3'/>"
            + String.join("\n", parts)
            + "</svg>";
    try {
      Files.writeString(Path.of(folder, name + ".svg"), svg);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
