package io.kubilitics.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kubilitics.catalogue.mask.ValueJson;
import io.kubilitics.check.FindingJson;
import io.kubilitics.diff.Comparison;
import io.kubilitics.diff.Difference;
import io.kubilitics.diff.Scope;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The differences for a program, written as they are found.
final class DiffJson {
  private final JsonGenerator json;
  private long count;

  private DiffJson(JsonGenerator json) {
    this.json = json;
  }

  /// Writes it all and flushes; the caller closes the stream.
  ///
  /// @param notCompared objects of which nothing can be said
  /// @return how many differences there are
  static long write(
      String left,
      String right,
      Scope scope,
      Comparison comparison,
      List<ResourceId> notCompared,
      OutputStream out)
      throws IOException {
    JsonGenerator json = JsonDocument.begin("Diff", out);
    json.writeObjectFieldStart("metadata");
    json.writeStringField("left", left);
    json.writeStringField("right", right);
    json.writeStringField("compared", scope.text());
    json.writeBooleanField("findingsCompared", comparison.comparesFindings());
    json.writeEndObject();
    DiffJson diff = new DiffJson(json);
    json.writeArrayFieldStart("objects");
    comparison.objects(diff::object);
    json.writeEndArray();
    json.writeArrayFieldStart("edges");
    comparison.edges(diff::edge);
    json.writeEndArray();
    json.writeArrayFieldStart("findings");
    comparison.findings(diff::finding);
    json.writeEndArray();
    json.writeArrayFieldStart("notCompared");
    for (ResourceId id : notCompared) {
      json.writeString(id.toString());
    }
    json.writeEndArray();
    json.writeEndObject();
    JsonDocument.end(json);
    return diff.count;
  }

  private void object(Difference.OfObject object) throws IOException {
    begin(object);
    json.writeStringField("id", object.id().toString());
    json.writeArrayFieldStart("fields");
    for (Difference.Field field : object.fields()) {
      json.writeStartObject();
      json.writeStringField("path", field.path());
      value("from", field.from());
      value("to", field.to());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void value(String name, @Nullable Value value) throws IOException {
    if (value != null) {
      json.writeFieldName(name);
      ValueJson.write(DiffValues.shown(value), json);
    }
  }

  private void edge(Difference.OfEdge edge) throws IOException {
    begin(edge);
    json.writeStringField("source", edge.source().toString());
    json.writeStringField("relation", edge.relation().name());
    json.writeStringField("target", edge.target().toString());
    state("from", edge.from());
    state("to", edge.to());
    json.writeEndObject();
  }

  private void state(String name, @Nullable EdgeState state) throws IOException {
    if (state != null) {
      json.writeStringField(name, state.text());
    }
  }

  private void finding(Difference.OfFinding finding) throws IOException {
    begin(finding);
    FindingJson.writeFields(finding.finding(), json);
    json.writeEndObject();
  }

  private void begin(Difference difference) throws IOException {
    count++;
    json.writeStartObject();
    json.writeStringField("change", difference.change().text());
  }
}
