package io.kubilitics.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value in the body of an object: what JSON can say. Immutable.
public sealed interface Value {
  /// A map, in the order in which it was written.
  record Fields(Map<String, Value> fields) implements Value {
    public static final Fields NONE = new Fields(Map.of());

    public Fields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /// The text of a field; `""` when there is none or it is no text.
    public String text(String name) {
      return fields.get(name) instanceof Text(String text) ? text : "";
    }

    /// The map under a name, empty when there is none.
    public Fields map(String name) {
      return fields.get(name) instanceof Fields map ? map : NONE;
    }
  }

  record Items(List<Value> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }

  record Text(String text) implements Value {}

  /// A number.
  ///
  /// @param text as it was written: `1`, `1.50`, `1e3`
  record Numeral(String text) implements Value {}

  record Truth(boolean value) implements Value {}

  /// `null`.
  record Nothing() implements Value {}
}
