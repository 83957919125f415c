package io.kubilitics.export;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kubilitics.model.Edge;
import io.kubilitics.model.RelationTypes;
import io.kubilitics.topology.Node;
import java.io.IOException;

/// Writes nodes and edges into other JSON answers, field by field as the topology has them.
public final class ElementJson {
  private final Notation out;
  private final RelationTypes types;

  /// @param json stays with the caller, who has begun the document and ends it
  public ElementJson(JsonGenerator json, RelationTypes types) {
    this.out = new JsonNotation(json);
    this.types = types;
  }

  public void node(Node node) throws IOException {
    TopologyDocument.writeNode(out, node);
  }

  public void edge(Edge edge) throws IOException {
    TopologyDocument.writeEdge(out, edge, types);
  }
}
