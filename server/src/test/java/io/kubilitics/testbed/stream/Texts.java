package io.kubilitics.testbed.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.testbed.StreamClient;
import java.io.IOException;
import java.io.UncheckedIOException;

/// JSON of our own making.
final class Texts {
  private Texts() {}

  static JsonNode read(String json) {
    try {
      return StreamClient.JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(json, e);
    }
  }
}
