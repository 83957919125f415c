package io.kubilitics.export;

import io.kubilitics.model.Edge;
import io.kubilitics.model.EdgeState;
import io.kubilitics.topology.Node;

/// What the yEd editor wants to know beyond GraphML: labels, lines and places. Other readers pass
/// over it. The places are a plain grid, so that nothing covers anything before the user has chosen
/// a layout.
final class YedShape {
  /// Declares what the shapes stand in.
  static final String KEYS =
      """
      <key id="shape" for="node" yfiles.type="nodegraphics"/>
      <key id="line" for="edge" yfiles.type="edgegraphics"/>
      """;

  private static final int COLUMNS = 6;
  private static final int WIDTH = 220;
  private static final int HEIGHT = 44;
  private static final int COLUMN = WIDTH + 40;
  private static final int ROW = HEIGHT + 36;

  private int column;
  private int row;

  /// The next nodes stand below all before.
  void breakRow() {
    row += column == 0 ? 1 : 2;
    column = 0;
  }

  String of(Node node) {
    return "<data key=\"shape\"><y:ShapeNode><y:Geometry x=\""
        + column * COLUMN
        + "\" y=\""
        + row * ROW
        + "\" width=\""
        + WIDTH
        + "\" height=\""
        + HEIGHT
        + "\"/><y:Fill hasColor=\"false\"/>"
        + border(node instanceof Node.Ghost ? "dashed" : "line", StateColour.of(node))
        + "<y:NodeLabel>"
        + shown(node.id().kind().name())
        + '\n'
        + shown(node.id().name())
        + "</y:NodeLabel><y:Shape type=\""
        + (node instanceof Node.Outside ? "ellipse" : "roundrectangle")
        + "\"/></y:ShapeNode></data>";
  }

  /// Takes the place that was given out.
  void advance() {
    column++;
    if (column == COLUMNS) {
      column = 0;
      row++;
    }
  }

  /// The frame around the nodes of a namespace.
  static String ofNamespace(String name) {
    return "<data key=\"shape\"><y:ProxyAutoBoundsNode><y:Realizers active=\"0\"><y:GroupNode>"
        + "<y:Fill hasColor=\"false\"/>"
        + border("line", StateColour.ORDINARY)
        + "<y:NodeLabel modelName=\"internal\" modelPosition=\"t\">"
        + shown(name)
        + "</y:NodeLabel><y:Shape type=\"roundrectangle\"/><y:State closed=\"false\"/>"
        + "</y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode></data>";
  }

  static String of(Edge edge) {
    boolean broken = edge.state() != EdgeState.RESOLVED;
    String line = broken ? "dashed" : edge.inferred() ? "dotted" : "line";
    return "<data key=\"line\"><y:PolyLineEdge><y:LineStyle"
        + drawn(line, StateColour.of(edge))
        + "/><y:Arrows source=\"none\" target=\"standard\"/><y:EdgeLabel>"
        + shown(edge.relation().name())
        + "</y:EdgeLabel></y:PolyLineEdge></data>";
  }

  private static String border(String line, StateColour colour) {
    return "<y:BorderStyle" + drawn(line, colour) + "/>";
  }

  private static String drawn(String line, StateColour colour) {
    return " type=\"" + line + "\" color=\"" + colour.text() + "\" width=\"1.0\"";
  }

  private static String shown(String text) {
    return XmlText.escaped(UnicodeText.visible(text));
  }
}
