package io.kubilitics.export;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kubilitics.model.ObjectEvent;
import java.io.IOException;

/// An event as every answer has it.
public final class EventJson {
  private EventJson() {}

  /// One, as an object of its own.
  public static void write(ObjectEvent event, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("key", UnicodeText.wellFormed(event.key()));
    json.writeStringField("regarding", UnicodeText.wellFormed(event.regarding().toString()));
    if (!event.regardingUid().isEmpty()) {
      json.writeStringField("regardingUid", UnicodeText.wellFormed(event.regardingUid()));
    }
    json.writeStringField("type", event.type().text());
    json.writeStringField("reason", UnicodeText.wellFormed(event.reason()));
    json.writeStringField("message", UnicodeText.wellFormed(event.message()));
    json.writeNumberField("count", event.count());
    json.writeStringField("first", event.first().toString());
    json.writeStringField("last", event.last().toString());
    json.writeStringField("reporter", UnicodeText.wellFormed(event.reporter()));
    json.writeEndObject();
  }
}
