package io.kubilitics.api.stream;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A view as a client wrote it: the values of each field.
public record ViewWords(SortedMap<String, List<String>> fields) {
  public ViewWords {
    fields = new TreeMap<>(fields);
  }
}
