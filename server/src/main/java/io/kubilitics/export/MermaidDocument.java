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
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;

/// The topology as a flowchart for Mermaid, which Markdown pages draw. Each namespace is a
/// subgraph. Takes a number for each node; the text itself is streamed.
///
/// Names of objects stand in labels only: nodes are called `n0`, `n1` … in the order in which they
/// are written, since nearly every word can mean something to Mermaid.
final class MermaidDocument {
  private static final String INDENT = "  ";

  private static final String CLASSES =
      """
        classDef progressing stroke:%s,stroke-width:2px
        classDef degraded stroke:%s,stroke-width:2px
        classDef failed stroke:%s,stroke-width:2px
        classDef suspended fill:none,color:%s
        classDef missing stroke:%s,stroke-width:2px,stroke-dasharray:4 3,fill:none
        classDef notKnown stroke-dasharray:4 3,fill:none
      """
          .formatted(
              StateColour.PROGRESSING.text(),
              StateColour.DEGRADED.text(),
              StateColour.FAILED.text(),
              StateColour.ORDINARY.text(),
              StateColour.FAILED.text());

  private final Heading heading;
  private final Selection selection;
  private final Map<ResourceId, Integer> numbers = new HashMap<>();

  MermaidDocument(Heading heading, Selection selection) {
    this.heading = heading;
    this.selection = selection;
  }

  void writeTo(OutputStream stream) throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    out.write("%% Cluster " + MermaidText.label(heading.cluster().value()));
    out.write(" as of " + heading.asOf() + "\n");
    out.write("flowchart LR\n");
    out.write(CLASSES);
    writeNodes(out);
    writeEdges(out);
    out.flush();
  }

  private void writeNodes(Writer out) throws IOException {
    int subgraphs = 0;
    for (NodesByNamespace namespace : NodesByNamespace.of(selection)) {
      if (!namespace.isNamespace()) {
        for (Node node : namespace.nodes()) {
          writeNode(out, INDENT, node);
        }
        continue;
      }
      String label = MermaidText.label(namespace.name());
      out.write(INDENT + "subgraph s" + subgraphs++ + "[\"" + label + "\"]\n");
      for (Node node : namespace.nodes()) {
        writeNode(out, INDENT + INDENT, node);
      }
      out.write(INDENT + "end\n");
    }
  }

  private void writeNode(Writer out, String indent, Node node) throws IOException {
    ResourceId id = node.id();
    int number = numbers.size();
    numbers.put(id, number);
    String label = MermaidText.label(id.kind().name()) + "<br/>" + MermaidText.label(id.name());
    boolean isObject = !(node instanceof Node.Outside);
    out.write(indent + "n" + number);
    out.write(isObject ? "[\"" + label + "\"]" : "([\"" + label + "\"])");
    out.write(className(node) + "\n");
  }

  private static String className(Node node) {
    return switch (node) {
      case Node.Present(_, Health health) ->
          switch (health.status()) {
            case HEALTHY, UNKNOWN -> "";
            case PROGRESSING, DEGRADED, FAILED, SUSPENDED -> ":::" + health.status().text();
          };
      case Node.Ghost(_, boolean known) -> known ? ":::missing" : ":::notKnown";
      case Node.Outside _ -> "";
    };
  }

  /// At the end stand the numbers of those edges whose object is missed.
  private void writeEdges(Writer out) throws IOException {
    StringJoiner harmful = new StringJoiner(",");
    int number = 0;
    try (Stream<Edge> edges = selection.edges()) {
      for (Iterator<Edge> each = edges.iterator(); each.hasNext(); number++) {
        Edge edge = each.next();
        writeEdge(out, edge);
        if (StateColour.of(edge) == StateColour.FAILED) {
          harmful.add(Integer.toString(number));
        }
      }
    }
    if (harmful.length() > 0) {
      out.write(INDENT + "linkStyle " + harmful + " stroke:" + StateColour.FAILED.text() + "\n");
    }
  }

  private void writeEdge(Writer out, Edge edge) throws IOException {
    boolean sure = edge.state() == EdgeState.RESOLVED && !edge.inferred();
    out.write(INDENT + "n" + numbers.get(edge.source()));
    out.write(sure ? " -->" : " -.->");
    out.write("|\"" + MermaidText.label(edge.relation().name()) + "\"| ");
    out.write("n" + numbers.get(edge.target()) + "\n");
  }
}
