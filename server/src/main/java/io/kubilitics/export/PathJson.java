package io.kubilitics.export;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kubilitics.topology.query.Path;
import java.io.IOException;

/// A path as every answer has it.
public final class PathJson {
  private PathJson() {}

  /// Writes one, with all its steps.
  public static void write(Path path, JsonGenerator json, ElementJson elements)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("hops", path.steps().size());
    json.writeNumberField("weight", path.length());
    json.writeArrayFieldStart("steps");
    for (Path.Step step : path.steps()) {
      json.writeStartObject();
      json.writeStringField("from", step.from().toString());
      json.writeStringField("to", step.to().toString());
      json.writeStringField("direction", step.along() ? "along" : "against");
      json.writeFieldName("edge");
      elements.edge(step.edge());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
