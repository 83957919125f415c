package io.kubilitics.catalogue.mask;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.kubilitics.model.Value;
import io.kubilitics.model.Value.Fields;
import io.kubilitics.model.Value.Items;
import io.kubilitics.model.Value.Nothing;
import io.kubilitics.model.Value.Numeral;
import io.kubilitics.model.Value.Text;
import io.kubilitics.model.Value.Truth;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/// Writes values as JSON; what cannot stand in UTF-8 is replaced.
public final class ValueJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private ValueJson() {}

  /// Writes one value in UTF-8.
  ///
  /// @param out not closed
  public static void write(Value value, OutputStream out) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      write(value, json);
    }
  }

  /// Writes one value behind what has been written.
  public static void write(Value value, JsonGenerator json) throws IOException {
    switch (value) {
      case Fields(Map<String, Value> fields) -> {
        json.writeStartObject();
        for (Map.Entry<String, Value> field : fields.entrySet()) {
          json.writeFieldName(wellFormed(field.getKey()));
          write(field.getValue(), json);
        }
        json.writeEndObject();
      }
      case Items(var items) -> {
        json.writeStartArray();
        for (Value item : items) {
          write(item, json);
        }
        json.writeEndArray();
      }
      case Text(String text) -> json.writeString(wellFormed(text));
      case Numeral(String number) -> json.writeNumber(number);
      case Truth(boolean truth) -> json.writeBoolean(truth);
      case Nothing() -> json.writeNull();
    }
  }

  /// Half a surrogate pair makes the generator fail.
  private static String wellFormed(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (Character.isSurrogate(text.charAt(at))) {
        return text.codePoints()
            .map(point -> Character.getType(point) == Character.SURROGATE ? 0xFFFD : point)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
      }
    }
    return text;
  }
}
