package io.kubilitics.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;

/// JSON in UTF-8, with each element of the outermost lists on a line of its own: small, and still a
/// text that `grep` and `diff` are of use for.
final class JsonNotation implements Notation {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final JsonGenerator json;

  JsonNotation(OutputStream out) throws IOException {
    json = FACTORY.createGenerator(out);
    json.setPrettyPrinter(new LineForEachElement());
  }

  /// A part of a document that somebody else has begun and will end.
  JsonNotation(JsonGenerator json) {
    this.json = json;
  }

  @Override
  public void openObject() throws IOException {
    json.writeStartObject();
  }

  @Override
  public void closeObject() throws IOException {
    json.writeEndObject();
  }

  @Override
  public void openList() throws IOException {
    json.writeStartArray();
  }

  @Override
  public void closeList() throws IOException {
    json.writeEndArray();
  }

  @Override
  public void name(String name) throws IOException {
    json.writeFieldName(UnicodeText.wellFormed(name));
  }

  @Override
  public void text(String value) throws IOException {
    json.writeString(UnicodeText.wellFormed(value));
  }

  @Override
  public void number(long value) throws IOException {
    json.writeNumber(value);
  }

  @Override
  public void truth(boolean value) throws IOException {
    json.writeBoolean(value);
  }

  /// Ends the text with a line feed and flushes.
  void end() throws IOException {
    json.writeRaw('\n');
    json.close();
  }
}
