package io.kubilitics.check;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kubilitics.model.Finding;
import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.ResourceId;
import java.io.IOException;

/// A finding as every answer has it.
public final class FindingJson {
  private FindingJson() {}

  /// One, as an object of its own.
  public static void write(Finding finding, JsonGenerator json) throws IOException {
    json.writeStartObject();
    writeFields(finding, json);
    json.writeEndObject();
  }

  /// The fields of one, into an object that is open.
  public static void writeFields(Finding finding, JsonGenerator json) throws IOException {
    json.writeStringField("code", finding.code());
    json.writeStringField("level", finding.level().text());
    json.writeStringField("object", finding.object().toString());
    json.writeStringField("path", finding.path());
    json.writeStringField("message", finding.message());
    json.writeStringField("advice", finding.advice());
    json.writeArrayFieldStart("related");
    for (ResourceId related : finding.related()) {
      json.writeString(related.toString());
    }
    json.writeEndArray();
  }

  /// How many there are of each level, and of which code there are more than are listed.
  public static void writeCounts(Findings findings, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("counts");
    for (Level level : Level.values()) {
      json.writeNumberField(level.text(), findings.count(level));
    }
    json.writeEndObject();
    json.writeObjectFieldStart("more");
    for (var more : findings.more().entrySet()) {
      json.writeNumberField(more.getKey(), more.getValue());
    }
    json.writeEndObject();
  }
}
