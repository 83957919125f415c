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
    String label = shown(node.id().kind().name()) + '\n' + shown(node.id().name());
    return """
        <data key="shape"><y:ShapeNode><y:Geometry x="%s" y="%s" width="%s" height="%s"/>\
        <y:Fill hasColor="false"/><y:BorderStyle type="%s" color="%s" width="1.0"/>\
        <y:NodeLabel>%s</y:NodeLabel><y:Shape type="%s"/></y:ShapeNode></data>\
        """
        .formatted(
            column * COLUMN,
            row * ROW,
            WIDTH,
            HEIGHT,
            node instanceof Node.Ghost ? "dashed" : "line",
            StateColour.of(node).text(),
            label,
            node instanceof Node.Outside ? "ellipse" : "roundrectangle");
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
    return """
        <data key="shape"><y:ProxyAutoBoundsNode><y:Realizers active="0"><y:GroupNode>\
        <y:Fill hasColor="false"/><y:BorderStyle type="line" color="%s" width="1.0"/>\
        <y:NodeLabel modelName="internal" modelPosition="t">%s</y:NodeLabel>\
        <y:Shape type="roundrectangle"/><y:State closed="false"/></y:GroupNode></y:Realizers>\
        </y:ProxyAutoBoundsNode></data>\
        """
        .formatted(StateColour.ORDINARY.text(), shown(name));
  }

  static String of(Edge edge) {
    boolean broken = edge.state() != EdgeState.RESOLVED;
    return """
        <data key="line"><y:PolyLineEdge><y:LineStyle type="%s" color="%s" width="1.0"/>\
        <y:Arrows source="none" target="standard"/><y:EdgeLabel>%s</y:EdgeLabel></y:PolyLineEdge></data>\
        """
        .formatted(
            broken ? "dashed" : edge.inferred() ? "dotted" : "line",
            StateColour.of(edge).text(),
            shown(edge.relation().name()));
  }

  private static String shown(String text) {
    return XmlText.escaped(UnicodeText.visible(text));
  }
}
