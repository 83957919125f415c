package io.kubilitics.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kubilitics.check.FindingJson;
import io.kubilitics.check.WorldMode;
import io.kubilitics.model.Finding;
import io.kubilitics.source.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// The findings for a program.
final class CheckJson {
  private CheckJson() {}

  /// Writes it all and flushes; the caller closes the stream.
  static void write(CheckReport report, WorldMode world, OutputStream out) throws IOException {
    JsonGenerator json = JsonDocument.begin("Findings", out);
    json.writeObjectFieldStart("metadata");
    json.writeStringField("world", world.text());
    json.writeNumberField("objects", report.objects());
    FindingJson.writeCounts(report.findings(), json);
    json.writeEndObject();
    json.writeArrayFieldStart("findings");
    for (Finding finding : report.findings().list()) {
      json.writeStartObject();
      FindingJson.writeFields(finding, json);
      Optional<Place> place = report.places().of(finding);
      if (place.isPresent()) {
        json.writeStringField("file", place.get().file());
        json.writeNumberField("line", place.get().line());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    JsonDocument.end(json);
  }
}
