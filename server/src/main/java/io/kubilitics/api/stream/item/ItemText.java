package io.kubilitics.api.stream.item;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.kubilitics.export.UnicodeText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Writes items of one edition, again and again the same. Any thread.
@FunctionalInterface
public interface ItemText {
  /// The item as a JSON object.
  String of(String topic, String key, Item item);

  /// Writes one value.
  @FunctionalInterface
  interface Value {
    void write(JsonGenerator json) throws IOException;
  }

  /// An item of a type: `{"key":"block cart","block":{…}}`.
  static String of(String key, String type, Value value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("key", UnicodeText.wellFormed(key));
      json.writeFieldName(type);
      value.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  JsonFactory JSON = new JsonFactory();

  /// A hash of a text by which two are told apart; never [Item#UNKNOWN].
  static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int at = 0; at < text.length(); at++) {
      hash = (hash ^ text.charAt(at)) * 0x100000001b3L;
      hash ^= hash >>> 29;
    }
    return hash == Item.UNKNOWN ? 1 : hash;
  }
}
