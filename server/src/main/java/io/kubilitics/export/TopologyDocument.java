package io.kubilitics.export;

import io.kubilitics.model.Edge;
import io.kubilitics.model.Health;
import io.kubilitics.model.Labels;
import io.kubilitics.model.RelationTypes;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.KindSummary;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.Selection;
import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;

/// The topology as the contract has it, field by field, for any notation.
final class TopologyDocument {
  private final Heading heading;
  private final Selection selection;
  private final RelationTypes types;

  TopologyDocument(Heading heading, Selection selection, RelationTypes types) {
    this.heading = heading;
    this.selection = selection;
    this.types = types;
  }

  void writeTo(Notation out) throws IOException {
    out.openObject();
    out.text("apiVersion", Heading.API_VERSION);
    out.text("kind", "Topology");
    writeMetadata(out);
    out.name("nodes");
    out.openList();
    try (Stream<Node> nodes = selection.nodes()) {
      for (Iterator<Node> each = nodes.iterator(); each.hasNext(); ) {
        writeNode(out, each.next());
      }
    }
    out.closeList();
    out.name("edges");
    out.openList();
    try (Stream<Edge> edges = selection.edges()) {
      for (Iterator<Edge> each = edges.iterator(); each.hasNext(); ) {
        writeEdge(out, each.next(), types);
      }
    }
    out.closeList();
    out.closeObject();
  }

  private void writeMetadata(Notation out) throws IOException {
    out.name("metadata");
    out.openObject();
    out.text("cluster", heading.cluster().value());
    out.number("revision", heading.revision());
    out.textIfAny("streamEpoch", heading.streamEpoch());
    out.text("asOf", heading.asOf().toString());
    out.truth("complete", selection.complete());
    out.name("kinds");
    out.openList();
    for (KindSummary kind : selection.kinds()) {
      out.openObject();
      out.text("kind", kind.kind().name());
      out.text("group", kind.kind().group());
      out.text("state", kind.knowledge().text());
      out.number("count", kind.count());
      out.closeObject();
    }
    out.closeList();
    out.number("nodeCount", selection.nodeCount());
    out.number("edgeCount", selection.edgeCount());
    out.closeObject();
  }

  static void writeNode(Notation out, Node node) throws IOException {
    out.openObject();
    switch (node) {
      case Node.Present(Resource resource, Health health) -> writePresent(out, resource, health);
      case Node.Ghost(ResourceId id, boolean known) -> {
        writeIdentity(out, id, "");
        out.truth(known ? "missing" : "unknown", true);
      }
      case Node.Outside outside -> {
        writeIdentity(out, outside.id(), "");
        out.text("synthetic", outside.synthetic().type().text());
        if (outside.members() > 1) {
          out.number("members", outside.members());
        }
      }
    }
    out.closeObject();
  }

  private static void writePresent(Notation out, Resource resource, Health health)
      throws IOException {
    writeIdentity(out, resource.id(), resource.version());
    out.textIfAny("uid", resource.uid());
    writeHealth(out, health);
    writeLabels(out, resource.labels());
    if (resource.createdAt().isPresent()) {
      out.text("createdAt", resource.createdAt().get().toString());
    }
  }

  private static void writeIdentity(Notation out, ResourceId id, String version)
      throws IOException {
    out.text("id", id.toString());
    out.text("kind", id.kind().name());
    out.text("group", id.kind().group());
    out.textIfAny("version", version);
    out.textIfAny("namespace", id.namespace());
    out.text("name", id.name());
  }

  private static void writeHealth(Notation out, Health health) throws IOException {
    out.name("health");
    out.openObject();
    out.text("status", health.status().text());
    out.textIfAny("reason", health.reason());
    out.textIfAny("message", health.message());
    out.textIfAny("changesAt", health.changesAt().map(Instant::toString).orElse(""));
    out.closeObject();
  }

  private static void writeLabels(Notation out, Labels labels) throws IOException {
    out.name("labels");
    out.openObject();
    for (Map.Entry<String, String> label : labels.asMap().entrySet()) {
      out.text(label.getKey(), label.getValue());
    }
    out.closeObject();
  }

  static void writeEdge(Notation out, Edge edge, RelationTypes types) throws IOException {
    out.openObject();
    out.text("id", edge.id());
    out.text("source", edge.source().toString());
    out.text("target", edge.target().toString());
    out.text("relation", edge.relation().name());
    out.text("category", types.of(edge.relation()).category(edge.target().kind()).text());
    out.text("state", edge.state().text());
    out.truth("inferred", edge.inferred());
    out.truth("optional", edge.optional());
    out.name("evidence");
    out.openList();
    for (Edge.Reading reading : edge.evidence()) {
      writeReading(out, reading);
    }
    out.closeList();
    out.closeObject();
  }

  private static void writeReading(Notation out, Edge.Reading reading) throws IOException {
    out.openObject();
    out.text("path", reading.evidence().path());
    out.text("value", reading.evidence().value());
    out.textIfAny("key", reading.evidence().key());
    out.textIfAny("attributes", reading.evidence().attributes());
    if (reading.end() == Edge.End.TARGET) {
      out.text("in", "target");
    }
    out.closeObject();
  }
}
