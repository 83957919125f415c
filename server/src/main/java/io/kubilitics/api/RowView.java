package io.kubilitics.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kubilitics.catalogue.Column;
import io.kubilitics.model.Resource;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The columns of a table and their values in a row as JSON.
final class RowView {
  private RowView() {}

  static void writeColumns(JsonGenerator json, List<Column> columns) throws IOException {
    json.writeArrayFieldStart("columns");
    for (Column column : columns) {
      json.writeStartObject();
      json.writeStringField("name", column.name());
      json.writeStringField("type", column.type().text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// One value for each column: a number in a column of integers, where it is one; null for none.
  static void writeCells(JsonGenerator json, List<Column> columns, Resource resource)
      throws IOException {
    json.writeArrayFieldStart("cells");
    for (Column column : columns) {
      write(json, column.type(), resource.features().get(column.name()));
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Column.Type type, @Nullable String value)
      throws IOException {
    if (value == null) {
      json.writeNull();
      return;
    }
    switch (type) {
      case INTEGER -> {
        if (value.matches("-?[0-9]{1,18}")) {
          json.writeNumber(Long.parseLong(value));
        } else {
          json.writeString(value);
        }
      }
      case TEXT, DATE -> json.writeString(value);
    }
  }
}
