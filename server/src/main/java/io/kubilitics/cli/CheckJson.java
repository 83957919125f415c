package io.kubilitics.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.kubilitics.check.FindingJson;
import io.kubilitics.check.WorldMode;
import io.kubilitics.model.Finding;
import io.kubilitics.source.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// The findings for a program.
final class CheckJson {
  static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private CheckJson() {}

  /// Writes it all and flushes; the caller closes the stream.
  static void write(CheckReport report, WorldMode world, OutputStream out) throws IOException {
    JsonGenerator json = JSON.createGenerator(out);
    json.setPrettyPrinter(new DefaultPrettyPrinter());
    json.writeStartObject();
    json.writeStringField("apiVersion", "kubilitics.io/v1");
    json.writeStringField("kind", "Findings");
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
    json.writeRaw('\n');
    json.close();
  }
}
