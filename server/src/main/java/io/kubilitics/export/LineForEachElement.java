package io.kubilitics.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import java.io.IOException;

/// Breaks the line between the fields of the outermost object and between the elements of its
/// lists, and nowhere else. One for each document.
final class LineForEachElement implements PrettyPrinter {
  private static final int FIELDS = 1;
  private static final int ELEMENTS = 2;

  private int depth;

  @Override
  public void writeRootValueSeparator(JsonGenerator json) throws IOException {
    json.writeRaw('\n');
  }

  @Override
  public void writeStartObject(JsonGenerator json) throws IOException {
    json.writeRaw('{');
    depth++;
  }

  @Override
  public void writeEndObject(JsonGenerator json, int fields) throws IOException {
    depth--;
    json.writeRaw('}');
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
    json.writeRaw(',');
    breakAt(json, FIELDS);
  }

  @Override
  public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
    json.writeRaw(':');
  }

  @Override
  public void writeStartArray(JsonGenerator json) throws IOException {
    json.writeRaw('[');
    depth++;
  }

  @Override
  public void writeEndArray(JsonGenerator json, int elements) throws IOException {
    if (elements > 0) {
      breakAt(json, ELEMENTS);
    }
    depth--;
    json.writeRaw(']');
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
    json.writeRaw(',');
    breakAt(json, ELEMENTS);
  }

  @Override
  public void beforeArrayValues(JsonGenerator json) throws IOException {
    breakAt(json, ELEMENTS);
  }

  @Override
  public void beforeObjectEntries(JsonGenerator json) {
    // the first field stands behind the bracket
  }

  private void breakAt(JsonGenerator json, int level) throws IOException {
    if (depth == level) {
      json.writeRaw('\n');
    }
  }
}
