package io.kubilitics.cli;

import io.kubilitics.catalogue.mask.ValueJson;
import io.kubilitics.model.Value;
import io.kubilitics.model.Value.Fields;
import io.kubilitics.model.Value.Items;
import io.kubilitics.model.Value.Nothing;
import io.kubilitics.model.Value.Numeral;
import io.kubilitics.model.Value.Text;
import io.kubilitics.model.Value.Truth;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Values as a comparison shows them. The hashes of masked values are left out: their key is drawn
/// anew in every process, and the same comparison has to give the same bytes.
final class DiffValues {
  private static final Pattern MASKED =
      Pattern.compile("masked\\((\\d{1,10} bytes), [0-9a-f]{16}\\)");
  private static final int LONGEST_LINE = 160;

  private DiffValues() {}

  static Value shown(Value value) {
    return switch (value) {
      case Text(String text) -> new Text(MASKED.matcher(text).replaceAll("masked($1)"));
      case Items(var items) -> new Items(items.stream().map(DiffValues::shown).toList());
      case Fields(var fields) -> {
        Map<String, Value> shown = new LinkedHashMap<>();
        fields.forEach((name, each) -> shown.put(name, shown(each)));
        yield new Fields(shown);
      }
      case Numeral _, Truth _, Nothing _ -> value;
    };
  }

  /// On one line, cut when it is long: text as it is, all else as JSON.
  static String line(Value value) {
    String line = value instanceof Text(String text) ? text : json(value);
    String plain = Plain.text(line);
    return plain.length() <= LONGEST_LINE
        ? plain
        : plain.substring(0, LONGEST_LINE) + "… (" + plain.length() + " characters)";
  }

  private static String json(Value value) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    try {
      ValueJson.write(value, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return json.toString(StandardCharsets.UTF_8);
  }
}
