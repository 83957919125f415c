package io.kubilitics.export;

import io.kubilitics.model.Edge;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Health;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.Selection;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The topology for Graphviz. Each namespace is one cluster, which takes a list of references to
/// the nodes; the text itself is streamed.
///
/// Every name is quoted. Nodes are named by their ids and labelled with the names of the objects,
/// in which what is invisible becomes a blank.
final class DotDocument {
  private static final String INDENT = "  ";

  private final Heading heading;
  private final Selection selection;

  DotDocument(Heading heading, Selection selection) {
    this.heading = heading;
    this.selection = selection;
  }

  void writeTo(OutputStream stream) throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    out.write("digraph " + name(heading.cluster().value()) + " {\n");
    out.write(INDENT + "graph [charset=\"UTF-8\", rankdir=\"LR\"];\n");
    out.write(INDENT + "node [shape=\"box\", style=\"rounded\", fontname=\"sans-serif\"];\n");
    out.write(INDENT + "edge [fontname=\"sans-serif\", fontsize=\"10\"];\n");
    writeNodes(out);
    try (Stream<Edge> edges = selection.edges()) {
      for (Iterator<Edge> each = edges.iterator(); each.hasNext(); ) {
        writeEdge(out, each.next());
      }
    }
    out.write("}\n");
    out.flush();
  }

  private void writeNodes(Writer out) throws IOException {
    for (NodesByNamespace namespace : NodesByNamespace.of(selection)) {
      if (!namespace.isNamespace()) {
        for (Node node : namespace.nodes()) {
          writeNode(out, INDENT, node);
        }
        continue;
      }
      out.write(INDENT + "subgraph " + name("cluster_" + namespace.id()) + " {\n");
      out.write(INDENT + INDENT + "label=" + quoted(namespace.name()) + ";\n");
      for (Node node : namespace.nodes()) {
        writeNode(out, INDENT + INDENT, node);
      }
      out.write(INDENT + "}\n");
    }
  }

  private static void writeNode(Writer out, String indent, Node node) throws IOException {
    out.write(indent + name(node.id().toString()) + " [label=" + label(node.id()));
    switch (node) {
      case Node.Present(_, Health health) -> writeHealth(out, health);
      case Node.Ghost(_, boolean known) ->
          out.write(
              known
                  ? ", style=\"rounded,dashed\", color=\"red\", tooltip=\"missing\""
                  : ", style=\"rounded,dashed\", tooltip=\"not known\"");
      case Node.Outside _ -> out.write(", shape=\"ellipse\", style=\"\"");
    }
    out.write("];\n");
  }

  private static void writeHealth(Writer out, Health health) throws IOException {
    String colour =
        switch (health.status()) {
          case HEALTHY, UNKNOWN -> "";
          case PROGRESSING -> "blue";
          case DEGRADED -> "orange";
          case FAILED -> "red";
          case SUSPENDED -> "gray";
        };
    if (!colour.isEmpty()) {
      out.write(", color=" + quoted(colour));
    }
    String tooltip =
        Stream.of("health " + health.status().text(), health.reason(), health.message())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(": "));
    out.write(", tooltip=" + quoted(tooltip));
  }

  private static void writeEdge(Writer out, Edge edge) throws IOException {
    out.write(
        INDENT
            + name(edge.source().toString())
            + " -> "
            + name(edge.target().toString())
            + " [label="
            + quoted(edge.relation().name()));
    if (edge.state() != EdgeState.RESOLVED) {
      boolean harmless = edge.optional() || edge.state() == EdgeState.UNKNOWN;
      out.write(", style=\"dashed\", color=" + quoted(harmless ? "gray" : "red"));
    } else if (edge.inferred()) {
      out.write(", style=\"dotted\"");
    }
    String why = edge.evidence().stream().map(DotDocument::text).collect(Collectors.joining("; "));
    out.write(", tooltip=" + quoted(edge.state().text() + ": " + why) + "];\n");
  }

  private static String text(Edge.Reading reading) {
    String path = reading.evidence().path();
    String value = reading.evidence().value();
    return path
        + (reading.end() == Edge.End.TARGET ? " in target" : "")
        + (value.isEmpty() ? "" : " = " + value);
  }

  /// Kind and name on a line each.
  private static String label(ResourceId id) {
    return '"' + shown(id.kind().name()) + "\\n" + shown(id.name()) + '"';
  }

  /// The quoted name of a graph or node. Backslashes are doubled, which Graphviz leaves as they
  /// are.
  private static String name(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String quoted(String text) {
    return '"' + shown(text) + '"';
  }

  /// Text as Graphviz shows it: backslashes and ampersands begin its escapes.
  private static String shown(String text) {
    return UnicodeText.visible(text)
        .replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("&", "&amp;");
  }
}
