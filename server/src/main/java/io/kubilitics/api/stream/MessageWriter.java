package io.kubilitics.api.stream;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/// Writes what the server says.
final class MessageWriter {
  private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

  private MessageWriter() {}

  static void string(StringBuilder text, String value) {
    text.append('"');
    ENCODER.quoteAsString(value, text);
    text.append('"');
  }

  private static StringBuilder begin(String type) {
    return new StringBuilder(128).append("{\"type\":\"").append(type).append('"');
  }

  private static StringBuilder field(StringBuilder text, String name, String value) {
    text.append(",\"").append(name).append("\":");
    string(text, value);
    return text;
  }

  private static StringBuilder field(StringBuilder text, String name, long value) {
    return text.append(",\"").append(name).append("\":").append(value);
  }

  static String welcome(String streamEpoch, StreamLimits limits) {
    StringBuilder text = field(begin("welcome"), "streamEpoch", streamEpoch);
    text.append(",\"limits\":{\"subscriptions\":").append(limits.subscriptions());
    field(text, "inboundBytes", StreamLimits.INBOUND_BYTES);
    field(text, "messageBytes", limits.messageBytes());
    field(text, "inboundPerSecond", limits.inboundPerSecond());
    return text.append("}}").toString();
  }

  static String error(StreamError error) {
    StringBuilder text = begin("error");
    if (!error.id().isEmpty()) {
      field(text, "id", error.id());
    }
    field(text, "code", error.code());
    if (!error.where().isEmpty()) {
      field(text, "where", error.where());
    }
    return field(text, "message", error.message()).append('}').toString();
  }

  /// For who has nothing and is to know that somebody is there.
  static String bookmark(String id) {
    return field(begin("bookmark"), "id", id).append('}').toString();
  }

  static String bookmark(String id, String streamEpoch, long revision) {
    StringBuilder text = field(begin("bookmark"), "id", id);
    field(text, "streamEpoch", streamEpoch);
    return field(text, "revision", revision).append('}').toString();
  }

  /// What comes before the parts of a snapshot.
  static String snapshotHead(
      String id, ChannelKey channel, String streamEpoch, long revision, int updates) {
    StringBuilder text = field(begin("snapshot"), "id", id);
    field(text, "cluster", channel.cluster().value());
    field(text, "show", channel.show().text());
    field(text, "streamEpoch", streamEpoch);
    field(text, "revision", revision);
    return field(text, "updates", updates).toString();
  }

  /// What comes before the parts of a delta.
  static String deltaHead(String id, long from, long to, int updates) {
    StringBuilder text = field(begin("delta"), "id", id);
    field(text, "from", from);
    field(text, "to", to);
    return field(text, "updates", updates).toString();
  }

  /// What comes before the content of a part.
  ///
  /// @param begins whether nothing of its topic was told in this sequence yet
  static String partHead(Course.Leg leg, boolean begins) {
    StringBuilder text = new StringBuilder(64).append("{\"topic\":");
    string(text, leg.topic());
    if (leg.whole() && begins) {
      text.append(",\"whole\":true");
    }
    return text.append(",\"content\":").toString();
  }
}
