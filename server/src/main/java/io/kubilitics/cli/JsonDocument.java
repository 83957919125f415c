package io.kubilitics.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.kubilitics.export.Heading;
import java.io.IOException;
import java.io.OutputStream;

/// JSON documents on stdout, in lines that people can read too. The stream stays open.
final class JsonDocument {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private JsonDocument() {}

  /// Begins a document of any form.
  static JsonGenerator begin(OutputStream out) throws IOException {
    JsonGenerator json = JSON.createGenerator(out);
    json.setPrettyPrinter(new DefaultPrettyPrinter());
    return json;
  }

  /// Begins a document of ours: its object is open and says what it is.
  static JsonGenerator begin(String kind, OutputStream out) throws IOException {
    JsonGenerator json = begin(out);
    json.writeStartObject();
    json.writeStringField("apiVersion", Heading.API_VERSION);
    json.writeStringField("kind", kind);
    return json;
  }

  /// Ends a document whose objects are closed, and flushes.
  static void end(JsonGenerator json) throws IOException {
    json.writeRaw('\n');
    json.close();
  }
}
