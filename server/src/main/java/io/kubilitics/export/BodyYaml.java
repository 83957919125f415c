package io.kubilitics.export;

import io.kubilitics.model.Body;
import io.kubilitics.model.Value;
import io.kubilitics.model.Value.Fields;
import io.kubilitics.model.Value.Items;
import io.kubilitics.model.Value.Nothing;
import io.kubilitics.model.Value.Numeral;
import io.kubilitics.model.Value.Text;
import io.kubilitics.model.Value.Truth;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The body of an object as YAML in the manner of kubectl: block style, lists as far left as their
/// field, text of several lines as it stands. `apiVersion`, `kind` and `metadata` come first,
/// `status` last, all else in the order of the object. Readers of YAML 1.1 and 1.2 get the same
/// values. One use, one thread.
public final class BodyYaml {
  private static final List<String> FIRST = List.of("apiVersion", "kind", "metadata");
  private static final String LAST = "status";

  /// Longer names need another notation; the specification ends at 1,024.
  private static final int LONGEST_SIMPLE_NAME = 1_000;

  private static final int STEP = 2;

  private final Writer out;

  private BodyYaml(Writer out) {
    this.out = out;
  }

  /// Writes a document in UTF-8.
  ///
  /// @param out flushed, not closed
  public static void write(Body body, OutputStream out) throws IOException {
    write(ordered(body.root()), out);
  }

  static void write(Fields root, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    if (root.fields().isEmpty()) {
      writer.write("{}\n");
    } else {
      new BodyYaml(writer).fields(root, 0, false);
    }
    writer.flush();
  }

  private static Fields ordered(Fields root) {
    Map<String, Value> ordered = new LinkedHashMap<>();
    FIRST.forEach(name -> put(name, root, ordered));
    root.fields()
        .forEach((name, value) -> {
          if (!name.equals(LAST)) {
            ordered.putIfAbsent(name, value);
          }
        });
    put(LAST, root, ordered);
    return new Fields(ordered);
  }

  private static void put(String name, Fields root, Map<String, Value> ordered) {
    Value value = root.fields().get(name);
    if (value != null) {
      ordered.put(name, value);
    }
  }

  /// Writes a map that is not empty.
  ///
  /// @param begun whether the indent of the first field is written already
  private void fields(Fields map, int indent, boolean begun) throws IOException {
    boolean first = begun;
    for (Map.Entry<String, Value> field : map.fields().entrySet()) {
      if (!first) {
        spaces(indent);
      }
      first = false;
      String name = YamlScalar.inline(field.getKey());
      if (name.length() > LONGEST_SIMPLE_NAME) {
        out.write("? " + name + "\n");
        spaces(indent);
      } else {
        out.write(name);
      }
      out.write(':');
      behind(field.getValue(), indent);
    }
  }

  /// Writes a value behind the colon of its field.
  private void behind(Value value, int indent) throws IOException {
    switch (value) {
      case Fields map when !map.fields().isEmpty() -> {
        out.write('\n');
        fields(map, indent + STEP, false);
      }
      case Items list when !list.items().isEmpty() -> {
        out.write('\n');
        items(list, indent, false);
      }
      case Fields _, Items _, Text _, Numeral _, Truth _, Nothing _ -> {
        out.write(' ');
        scalar(value, indent);
      }
    }
  }

  private void items(Items list, int indent, boolean begun) throws IOException {
    boolean first = begun;
    for (Value item : list.items()) {
      if (!first) {
        spaces(indent);
      }
      first = false;
      out.write("- ");
      switch (item) {
        case Fields map when !map.fields().isEmpty() -> fields(map, indent + STEP, true);
        case Items inner when !inner.items().isEmpty() -> items(inner, indent + STEP, true);
        case Fields _, Items _, Text _, Numeral _, Truth _, Nothing _ -> scalar(item, indent);
      }
    }
  }

  private void scalar(Value value, int indent) throws IOException {
    switch (value) {
      case Fields _ -> out.write("{}");
      case Items _ -> out.write("[]");
      case Numeral(String number) -> out.write(YamlScalar.number(number));
      case Truth(boolean truth) -> out.write(Boolean.toString(truth));
      case Nothing() -> out.write("null");
      case Text(String text) when YamlScalar.isBlock(text) -> {
        block(text, indent + STEP);
        return;
      }
      case Text(String text) -> out.write(YamlScalar.inline(text));
    }
    out.write('\n');
  }

  /// Text of several lines as it stands.
  private void block(String text, int indent) throws IOException {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    out.write(
        switch (text.length() - end) {
          case 0 -> "|-\n";
          case 1 -> "|\n";
          default -> "|+\n";
        });
    String lines = text.endsWith("\n") ? text : text + "\n";
    int from = 0;
    while (from < lines.length()) {
      int to = lines.indexOf('\n', from) + 1;
      if (to - from > 1) {
        spaces(indent);
      }
      out.write(lines, from, to - from);
      from = to;
    }
  }

  private void spaces(int count) throws IOException {
    for (int at = 0; at < count; at++) {
      out.write(' ');
    }
  }
}
