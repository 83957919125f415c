package io.kubilitics.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kubilitics.export.ElementJson;
import io.kubilitics.export.PathJson;
import io.kubilitics.model.RelationTypes;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.query.Path;
import io.kubilitics.topology.query.Paths;
import java.io.IOException;
import java.io.OutputStream;

/// Paths for a program.
final class PathListJson {
  private PathListJson() {}

  /// Writes it all and flushes; the caller closes the stream.
  static void write(
      ResourceId from, ResourceId to, Paths paths, RelationTypes relations, OutputStream out)
      throws IOException {
    JsonGenerator json = JsonDocument.begin("PathList", out);
    json.writeObjectFieldStart("metadata");
    json.writeStringField("from", from.toString());
    json.writeStringField("to", to.toString());
    json.writeBooleanField("complete", paths.complete());
    json.writeEndObject();
    json.writeArrayFieldStart("items");
    ElementJson elements = new ElementJson(json, relations);
    for (Path path : paths.paths()) {
      PathJson.write(path, json, elements);
    }
    json.writeEndArray();
    json.writeEndObject();
    JsonDocument.end(json);
  }
}
