package io.kubilitics.export;

import io.kubilitics.model.Edge;
import io.kubilitics.model.Health;
import io.kubilitics.model.RelationTypes;
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
import java.util.stream.Stream;

/// The topology as GraphML, for yEd, NetworkX and others. Each namespace is a node with a graph of
/// its own in it; the groups take a list of references to the nodes, the text itself is streamed.
///
/// Nodes and edges go by our ids. NetworkX looks into a nested graph only where yEd's mark for
/// groups stands, so both read the same. Nothing outside the file is referred to, not even a
/// schema.
final class GraphmlDocument {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
      """;

  private final Heading heading;
  private final Selection selection;
  private final RelationTypes types;

  GraphmlDocument(Heading heading, Selection selection, RelationTypes types) {
    this.heading = heading;
    this.selection = selection;
    this.types = types;
  }

  void writeTo(OutputStream stream) throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    out.write(HEAD);
    for (GraphmlKey key : GraphmlKey.values()) {
      out.write(key.declaration());
    }
    out.write(YedShape.KEYS);
    out.write("<graph id=\"topology\" edgedefault=\"directed\">\n");
    out.write(GraphmlKey.CLUSTER.data(heading.cluster().value()));
    out.write(GraphmlKey.AS_OF.data(heading.asOf().toString()));
    out.write(GraphmlKey.COMPLETE.data(Boolean.toString(selection.complete())));
    out.write("\n");
    writeNodes(out);
    try (Stream<Edge> edges = selection.edges()) {
      for (Iterator<Edge> each = edges.iterator(); each.hasNext(); ) {
        writeEdge(out, each.next());
      }
    }
    out.write("</graph>\n</graphml>\n");
    out.flush();
  }

  private void writeNodes(Writer out) throws IOException {
    YedShape shapes = new YedShape();
    for (NodesByNamespace namespace : NodesByNamespace.of(selection)) {
      if (namespace.isNamespace()) {
        openNamespace(out, namespace);
      }
      for (Node node : namespace.nodes()) {
        writeNode(out, node, shapes);
      }
      if (namespace.isNamespace()) {
        out.write("</graph>\n</node>\n");
      }
      shapes.breakRow();
    }
  }

  /// Ids of objects hold a slash, so that of a namespace's frame is that of none.
  private static void openNamespace(Writer out, NodesByNamespace namespace) throws IOException {
    String id = id("namespace:" + namespace.id());
    out.write("<node id=\"" + id + "\" yfiles.foldertype=\"group\">");
    out.write(GraphmlKey.CONTAINER.data("true"));
    out.write(GraphmlKey.NAMESPACE.data(namespace.name()));
    out.write(YedShape.ofNamespace(namespace.name()));
    out.write("\n<graph id=\"" + id + ":\" edgedefault=\"directed\">\n");
  }

  private static void writeNode(Writer out, Node node, YedShape shapes) throws IOException {
    ResourceId id = node.id();
    out.write("<node id=\"" + id(id.toString()) + "\">");
    out.write(GraphmlKey.KIND.data(id.kind().name()));
    out.write(GraphmlKey.GROUP.data(id.kind().group()));
    writeIfAny(out, GraphmlKey.NAMESPACE, id.namespace());
    out.write(GraphmlKey.NAME.data(id.name()));
    switch (node) {
      case Node.Present(_, Health health) -> {
        out.write(GraphmlKey.HEALTH.data(health.status().text()));
        writeIfAny(out, GraphmlKey.REASON, health.reason());
        writeIfAny(out, GraphmlKey.MESSAGE, health.message());
      }
      case Node.Ghost(_, boolean known) ->
          out.write((known ? GraphmlKey.MISSING : GraphmlKey.UNKNOWN).data("true"));
      case Node.Outside outside ->
          out.write(GraphmlKey.SYNTHETIC.data(outside.synthetic().type().text()));
    }
    out.write(shapes.of(node));
    out.write("</node>\n");
    shapes.advance();
  }

  private void writeEdge(Writer out, Edge edge) throws IOException {
    String category = types.of(edge.relation()).category(edge.target().kind()).text();
    String source = id(edge.source().toString());
    String target = id(edge.target().toString());
    out.write("<edge id=\"" + id(edge.id()) + '"');
    out.write(" source=\"" + source + "\" target=\"" + target + "\">");
    out.write(GraphmlKey.RELATION.data(edge.relation().name()));
    out.write(GraphmlKey.CATEGORY.data(category));
    out.write(GraphmlKey.STATE.data(edge.state().text()));
    out.write(GraphmlKey.INFERRED.data(Boolean.toString(edge.inferred())));
    out.write(GraphmlKey.OPTIONAL.data(Boolean.toString(edge.optional())));
    out.write(YedShape.of(edge));
    out.write("</edge>\n");
  }

  private static void writeIfAny(Writer out, GraphmlKey key, String value) throws IOException {
    if (!value.isEmpty()) {
      out.write(key.data(value));
    }
  }

  /// An id as an attribute. The two characters that XML cannot hold and ids can are encoded as ids
  /// encode others, so that no two ids become one.
  private static String id(String id) {
    return XmlText.escaped(id.replace("\uFFFE", "%EF%BF%BE").replace("\uFFFF", "%EF%BF%BF"));
  }
}
