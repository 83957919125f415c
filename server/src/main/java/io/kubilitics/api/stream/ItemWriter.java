package io.kubilitics.api.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.kubilitics.export.ElementJson;
import io.kubilitics.model.RelationTypes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Writes one piece: lists of items one after the other, from a position in all of them on until
/// the piece is large enough. One use, one thread.
final class ItemWriter {
  /// Writes the item of a list at an index.
  @FunctionalInterface
  interface Item {
    void write(int index) throws IOException;
  }

  private static final JsonFactory JSON = new JsonFactory();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final JsonGenerator json;
  private final ElementJson elements;

  /// Where the piece begins; where the list that is written now begins.
  private final int position;

  private int passed;
  private int written;
  private boolean full;

  ItemWriter(int position, RelationTypes types) {
    this.position = position;
    try {
      json = JSON.createGenerator(bytes);
      json.writeStartObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    elements = new ElementJson(json, types);
  }

  JsonGenerator json() {
    return json;
  }

  ElementJson elements() {
    return elements;
  }

  /// Writes as much of a list as belongs into this piece; nothing at all when that is nothing.
  void list(String name, int size, Item item) {
    int first = Math.max(0, position - passed);
    passed += size;
    if (first >= size || full) {
      return;
    }
    try {
      json.writeArrayFieldStart(name);
      for (int at = first; at < size && !full; at++) {
        item.write(at);
        written++;
        json.flush();
        full = bytes.size() >= Piece.USUAL_BYTES;
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
  }

  /// The piece, when all lists have been told.
  Piece end() {
    try {
      json.writeEndObject();
      json.close();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    int next = position + written;
    return new Piece(bytes.toString(StandardCharsets.UTF_8), next < passed ? next : Piece.END);
  }
}
