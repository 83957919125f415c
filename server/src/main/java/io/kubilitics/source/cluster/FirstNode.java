package io.kubilitics.source.cluster;

import io.kubilitics.catalogue.JsonTokens;
import io.kubilitics.catalogue.MalformedDocumentException;
import io.kubilitics.catalogue.mask.ValueReader;
import io.kubilitics.model.Value;
import io.kubilitics.source.cluster.connection.Ask;
import io.kubilitics.source.cluster.connection.Connection;
import io.kubilitics.source.cluster.connection.Errand;
import io.kubilitics.source.cluster.connection.Reply;
import java.io.IOException;
import java.util.List;

/// One node of a cluster, for what it tells of who runs it.
///
/// @param providerId `aws:///eu-west-1a/i-0123`, or `""`
/// @param labels their names
record FirstNode(String providerId, List<String> labels) {
  /// Not to be seen.
  static final FirstNode NONE = new FirstNode("", List.of());

  private static final int LONGEST = 4 << 20;

  FirstNode {
    labels = List.copyOf(labels);
  }

  /// Asks the server; [#NONE] when it does not show any.
  static FirstNode ask(Connection connection) throws IOException, InterruptedException {
    try (Reply reply = connection.send(Errand.USER, Ask.get("/api/v1/nodes?limit=1"))) {
      return reply.status() == 200 ? read(reply.text(LONGEST)) : NONE;
    }
  }

  static FirstNode read(String json) {
    try (JsonTokens tokens = JsonTokens.of(json)) {
      if (ValueReader.read(tokens) instanceof Value.Fields list
          && list.fields().get("items") instanceof Value.Items items
          && !items.items().isEmpty()
          && items.items().getFirst() instanceof Value.Fields node) {
        return new FirstNode(
            node.map("spec").text("providerID"),
            List.copyOf(node.map("metadata").map("labels").fields().keySet()));
      }
      return NONE;
    } catch (MalformedDocumentException _) {
      return NONE;
    }
  }
}
