package io.kubilitics.testbed.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.api.stream.item.ItemText;
import io.kubilitics.check.FindingJson;
import io.kubilitics.check.Findings;
import io.kubilitics.model.Finding;
import io.kubilitics.session.DocumentFindings;
import io.kubilitics.topology.Topology;

/// What is wrong in some one revision, which is as new as the edition, or as old as one before it
/// where it took long to find. The keys are the channel's own.
record FindingsOracle(Chronicle chronicle) implements Oracle {
  @Override
  public String difference(Recorded edition, Span span, boolean strictly) {
    FoldedItems is = anonymous(edition.folded());
    Opening opening = edition.opening();
    long oldest =
        strictly
            ? span.from().topology()
            : opening.oldest(edition, opening.first().span().from().topology());
    String difference = "";
    for (Topology topology : chronicle.topologies(oldest, span.to().topology())) {
      for (int read = span.to().rejections(); read >= span.from().rejections(); read--) {
        String found = is.difference(items(edition, topology, read));
        if (found.isEmpty()) {
          if (!strictly) {
            opening.isOf(edition, topology.revision());
          }
          return "";
        }
        difference = difference.isEmpty() ? found : difference;
      }
    }
    return difference;
  }

  private FoldedItems items(Recorded edition, Topology topology, int rejections) {
    Findings findings =
        Findings.of(
            topology,
            edition.key().viewer(),
            chronicle.session().world(),
            DocumentFindings.of(chronicle.rejections(rejections)),
            _ -> true);
    FoldedItems items = new FoldedItems(Wording.ITEMS);
    for (Finding finding : findings.list()) {
      String text = ItemText.of("", "finding", json -> FindingJson.write(finding, json));
      items.put(finding.object().namespace(), anonymous(Texts.read(text)));
    }
    String summary =
        ItemText.of(
            "",
            "summary",
            json -> {
              json.writeStartObject();
              FindingJson.writeCounts(findings, json);
              json.writeEndObject();
            });
    items.put("", anonymous(Texts.read(summary)));
    return items;
  }

  private static FoldedItems anonymous(FoldedItems known) {
    FoldedItems items = new FoldedItems(Wording.ITEMS);
    known
        .items()
        .forEach((topic, ofTopic) ->
            ofTopic.values().forEach(item -> items.put(topic, anonymous(item))));
    return items;
  }

  /// The item under what it says.
  private static JsonNode anonymous(JsonNode item) {
    ObjectNode content = item.deepCopy();
    content.remove("key");
    content.put("key", content.toString());
    return content;
  }
}
