package io.kubilitics.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.export.DataFormat;
import io.kubilitics.export.Heading;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.RelationTypes;
import io.kubilitics.model.Viewer;
import io.kubilitics.testbed.stream.FoldedItems;
import io.kubilitics.testbed.stream.Wording;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyQuery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/// What a client has of a whole topology, made slowly and another way: from the document that the
/// route of the topology answers with.
public final class SlowTopology {
  private SlowTopology() {}

  /// The nodes and edges of a part, by namespace.
  public static FoldedItems items(
      Topology topology, TopologyQuery part, Viewer viewer, RelationTypes types) {
    JsonNode document = document(topology, part, viewer, types);
    FoldedItems folded = new FoldedItems(Wording.TOPOLOGY);
    Map<String, String> namespaces = new HashMap<>();
    for (JsonNode node : document.path("nodes")) {
      String topic = node.path("namespace").asText("");
      namespaces.put(node.path("id").asText(), topic);
      folded.put(topic, node);
    }
    for (JsonNode edge : document.path("edges")) {
      folded.put(namespaces.getOrDefault(edge.path("source").asText(), "nowhere"), edge);
    }
    return folded;
  }

  private static JsonNode document(
      Topology topology, TopologyQuery part, Viewer viewer, RelationTypes types) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      DataFormat.JSON.write(
          Heading.once(new ClusterId("c"), Measured.AS_OF),
          topology.select(part, viewer),
          types,
          bytes);
      return StreamClient.JSON.readTree(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
