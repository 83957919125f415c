package io.kubilitics.source.cluster;

import io.kubilitics.catalogue.JsonTokens;
import io.kubilitics.catalogue.MalformedDocumentException;
import io.kubilitics.catalogue.mask.SecretText;
import io.kubilitics.catalogue.mask.ValueReader;
import io.kubilitics.model.Value;

/// What an API server says when it does not do what was asked.
final class ServerMessage {
  private static final int LONGEST = 300;

  private ServerMessage() {}

  /// The message of a `Status`, short and with credentials covered.
  static String read(String json) {
    try (JsonTokens tokens = JsonTokens.of(json)) {
      String text =
          ValueReader.read(tokens) instanceof Value.Fields status ? status.text("message") : "";
      String covered = SecretText.covered(text);
      if (covered.isEmpty()) {
        return "the server does not allow it";
      }
      return covered.length() <= LONGEST ? covered : covered.substring(0, LONGEST) + "…";
    } catch (MalformedDocumentException _) {
      return "the server does not allow it";
    }
  }
}
