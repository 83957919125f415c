package io.kubilitics.source.cluster.feed;

import io.kubilitics.catalogue.mask.SecretText;
import io.kubilitics.source.cluster.connection.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What an API server says when it does not do what was asked: the `Status` of an answer or of an
/// `ERROR` in a watch.
///
/// @param code as in HTTP
/// @param reason one word for machines, or `""`
/// @param message for the reader, covered and short, or `""`
/// @param retryAfter null when the server does not say
/// @param continuation where a list may go on although its beginning is out of date, or `""`
record Refusal(
    int code, String reason, String message, @Nullable Duration retryAfter, String continuation) {
  static final int GONE = 410;

  private static final int LONGEST_STATUS = 64 << 10;
  private static final int LONGEST_MESSAGE = 300;

  static Refusal of(Reply reply) throws IOException {
    String text = reply.text(LONGEST_STATUS);
    Refusal inBody = new Refusal(reply.status(), "", "", null, "");
    if (text.startsWith("{")) {
      byte[] octets = text.getBytes(StandardCharsets.UTF_8);
      try {
        Piece status =
            new JsonCursor(new ByteArrayInputStream(octets), false).value(LONGEST_STATUS * 4);
        inBody = of(status);
      } catch (GarbledStreamException _) {
        // A gateway may say anything.
      }
    }
    return new Refusal(
        reply.status(),
        inBody.reason,
        inBody.message,
        reply.retryAfter().orElse(inBody.retryAfter),
        inBody.continuation);
  }

  static Refusal of(Piece status) {
    ShallowFields fields = ShallowFields.of(status);
    int pause = fields.number("details.retryAfterSeconds");
    return new Refusal(
        fields.number("code"),
        fields.text("reason"),
        shortened(SecretText.covered(fields.text("message"))),
        pause == 0 ? null : Duration.ofSeconds(pause),
        fields.text("metadata.continue"));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…";
  }

  /// Whether the place in time that was asked for is not kept any more.
  boolean isExpired() {
    return code == GONE || reason.equals("Expired") || reason.equals("Gone");
  }

  /// Whether the place in time that was asked for has not come yet, as after a restore.
  boolean isAhead() {
    return message.contains("Too large resource version");
  }

  /// In words for the reader.
  String text() {
    return message.isEmpty() ? "the API server answers " + code : message;
  }
}
