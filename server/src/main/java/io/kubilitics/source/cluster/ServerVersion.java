package io.kubilitics.source.cluster;

import io.kubilitics.catalogue.JsonTokens;
import io.kubilitics.catalogue.MalformedDocumentException;
import io.kubilitics.catalogue.mask.ValueReader;
import io.kubilitics.model.Value;

/// The answer of an API server to `/version`.
final class ServerVersion {
  private static final int LONGEST = 100;

  private ServerVersion() {}

  /// Its `gitVersion`, or `""` when there is none.
  static String read(String json) {
    try (JsonTokens tokens = JsonTokens.of(json)) {
      String version =
          ValueReader.read(tokens) instanceof Value.Fields fields ? fields.text("gitVersion") : "";
      return version.length() > LONGEST ? "" : version;
    } catch (MalformedDocumentException _) {
      return "";
    }
  }
}
