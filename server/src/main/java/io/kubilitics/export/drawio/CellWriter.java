package io.kubilitics.export.drawio;

import io.kubilitics.export.XmlText;
import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes the cells of an `mxGraphModel`, numbered in the order in which they are written: `c1`,
/// `c2` …
final class CellWriter {
  static final String ROOT = "0";

  /// A cell that was written.
  ///
  /// @param place on the canvas, or what lines at its border are measured from
  record Box(String id, Rect place) {}

  private final Writer out;
  private int last;

  CellWriter(Writer out) {
    this.out = out;
  }

  /// A layer, which has no place.
  String layer(String name) throws IOException {
    String id = "c" + ++last;
    out.write(
        "<mxCell id=\""
            + id
            + "\" parent=\""
            + ROOT
            + "\" value=\""
            + XmlText.escaped(name)
            + "\"/>\n");
    return id;
  }

  /// A box.
  ///
  /// @param rect in the parent
  /// @param facts what the editor shows of the object, by name; keys are plain words
  /// @return the id of the cell
  String vertex(String parent, Rect rect, String style, String label, Map<String, String> facts)
      throws IOException {
    String id = open(label, facts);
    out.write("<mxCell vertex=\"1\" parent=\"" + parent + "\" style=\"" + style + "\">");
    out.write(
        "<mxGeometry x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" as=\"geometry\"/>"
            .formatted(rect.x(), rect.y(), rect.width(), rect.height()));
    close();
    return id;
  }

  /// A line.
  ///
  /// @param points in the parent: where it begins, bends and ends
  /// @param source where it begins, or null when that is not drawn
  /// @param target where it ends, or null
  void edge(
      String parent,
      List<Point> points,
      @Nullable Box source,
      @Nullable Box target,
      String style,
      String label,
      Map<String, String> facts)
      throws IOException {
    Point first = points.getFirst();
    Point end = points.getLast();
    open(label, facts);
    out.write("<mxCell edge=\"1\" parent=\"" + parent + '"');
    if (source != null) {
      out.write(" source=\"" + source.id() + '"');
    }
    if (target != null) {
      out.write(" target=\"" + target.id() + '"');
    }
    out.write(" style=\"" + style);
    out.write(source == null ? "" : anchor("exit", first, source.place()));
    out.write(target == null ? "" : anchor("entry", end, target.place()));
    out.write("\"><mxGeometry relative=\"1\" as=\"geometry\">");
    out.write(source == null ? point(first, " as=\"sourcePoint\"") : "");
    out.write(target == null ? point(end, " as=\"targetPoint\"") : "");
    if (points.size() > 2) {
      out.write("<Array as=\"points\">");
      for (Point bend : points.subList(1, points.size() - 1)) {
        out.write(point(bend, ""));
      }
      out.write("</Array>");
    }
    out.write("</mxGeometry>");
    close();
  }

  /// Where a line leaves or enters a box: the side as a fraction of the box, the rest in units.
  private static String anchor(String end, Point point, Rect place) {
    int right = point.x() == place.right() ? 1 : 0;
    int bottom = point.y() == place.bottom() ? 1 : 0;
    int dx = point.x() - place.x() - right * place.width();
    int dy = point.y() - place.y() - bottom * place.height();
    return "%1$sX=%2$s;%1$sY=%3$s;%1$sDx=%4$s;%1$sDy=%5$s;%1$sPerimeter=0;"
        .formatted(end, right, bottom, dx, dy);
  }

  private static String point(Point point, String role) {
    return "<mxPoint x=\"" + point.x() + "\" y=\"" + point.y() + "\"" + role + "/>";
  }

  private String open(String label, Map<String, String> facts) throws IOException {
    String id = "c" + ++last;
    out.write("<UserObject id=\"" + id + "\" label=\"" + XmlText.escaped(label) + '"');
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      if (!fact.getValue().isEmpty()) {
        out.write(' ' + fact.getKey() + "=\"" + XmlText.escaped(fact.getValue()) + '"');
      }
    }
    out.write(">");
    return id;
  }

  private void close() throws IOException {
    out.write("</mxCell></UserObject>\n");
  }
}
