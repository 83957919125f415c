package io.kubilitics.export;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kubilitics.model.Edge;
import io.kubilitics.model.Harm.Effect;
import io.kubilitics.topology.query.Impact;
import java.io.IOException;
import java.util.List;

/// What an event does to others as every answer has it.
public final class ImpactJson {
  private ImpactJson() {}

  /// Writes, into an open object, what happens to what and how many suffer.
  public static void writeCounts(Impact impact, JsonGenerator json) throws IOException {
    json.writeStringField("object", impact.object().toString());
    json.writeStringField("event", impact.event().text());
    json.writeNumberField("total", impact.harmed().size());
    for (Effect effect : List.of(Effect.DELETES, Effect.BREAKS, Effect.DEGRADES)) {
      json.writeNumberField(effect.text(), impact.count(effect));
    }
  }

  /// Writes one that is harmed.
  public static void write(Impact.Harmed harmed, JsonGenerator json, ElementJson elements)
      throws IOException {
    json.writeStartObject();
    json.writeFieldName("resource");
    elements.node(harmed.node());
    json.writeStringField("effect", harmed.effect().text());
    json.writeNumberField("hops", harmed.hops());
    json.writeArrayFieldStart("causes");
    for (Impact.Cause cause : harmed.causes()) {
      json.writeStartObject();
      json.writeStringField("relation", cause.relation().name());
      json.writeNumberField("lost", cause.lost());
      json.writeNumberField("of", cause.of());
      json.writeArrayFieldStart("edges");
      for (Edge edge : cause.edges()) {
        elements.edge(edge);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
