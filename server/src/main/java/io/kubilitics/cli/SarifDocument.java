package io.kubilitics.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kubilitics.check.Code;
import io.kubilitics.model.Finding;
import io.kubilitics.source.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/// The findings for code scanning: SARIF 2.1.0 (OASIS), one run. An object that stands in no file
/// has a logical location only.
final class SarifDocument {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private static final List<Code> RULES = List.of(Code.values());
  private static final List<String> RULE_NAMES = RULES.stream().map(Code::name).toList();

  private final CheckReport report;
  private final JsonGenerator json;

  private SarifDocument(CheckReport report, JsonGenerator json) {
    this.report = report;
    this.json = json;
  }

  /// Writes it all and flushes; the caller closes the stream.
  static void write(CheckReport report, OutputStream out) throws IOException {
    JsonGenerator json = JsonDocument.begin(out);
    new SarifDocument(report, json).write();
    JsonDocument.end(json);
  }

  private void write() throws IOException {
    json.writeStartObject();
    json.writeStringField("$schema", SCHEMA);
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    json.writeStartObject();
    writeTool();
    json.writeStringField("columnKind", "utf16CodeUnits");
    json.writeArrayFieldStart("results");
    for (Finding finding : report.findings().list()) {
      writeResult(finding);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeTool() throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "kubilitics");
    json.writeStringField("version", Release.ofThisProgram().version());
    json.writeArrayFieldStart("rules");
    for (Code code : RULES) {
      json.writeStartObject();
      json.writeStringField("id", code.name());
      writeMessage("shortDescription", code.title());
      writeMessage("fullDescription", code.what() + " " + code.why());
      writeMessage("help", code.advice());
      json.writeStringField("helpUri", code.page());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeResult(Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", finding.code());
    json.writeNumberField("ruleIndex", RULE_NAMES.indexOf(finding.code()));
    json.writeStringField("level", level(finding));
    writeMessage("message", finding.object() + ": " + finding.message() + " " + finding.advice());
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    Optional<Place> place = report.places().of(finding);
    if (place.isPresent()) {
      writePlace(place.get());
    }
    json.writeArrayFieldStart("logicalLocations");
    json.writeStartObject();
    json.writeStringField(
        "fullyQualifiedName",
        finding.object() + (finding.path().isEmpty() ? "" : " " + finding.path()));
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    writeFingerprint(finding);
    json.writeEndObject();
  }

  /// What makes it the same finding in the next run, wherever in its file the object then stands.
  private void writeFingerprint(Finding finding) throws IOException {
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField(
        "kubilitics/v1", finding.code() + " " + finding.object() + " " + finding.path());
    json.writeEndObject();
  }

  private void writePlace(Place place) throws IOException {
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", uri(place.file()));
    json.writeEndObject();
    if (place.line() > 0) {
      json.writeObjectFieldStart("region");
      json.writeNumberField("startLine", place.line());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /// A relative reference stays relative: code scanning resolves it against the repository.
  private static String uri(String file) {
    String path = file.replace('\\', '/');
    try {
      boolean isAbsolute = path.startsWith("/");
      String relative = path.startsWith("./") ? path.substring(2) : path;
      return isAbsolute
          ? new URI("file", "", path, null).toString()
          : new URI(null, null, relative, null).toString();
    } catch (URISyntaxException e) {
      return "unprintable";
    }
  }

  private static String level(Finding finding) {
    return switch (finding.level()) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }

  private void writeMessage(String name, String text) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("text", text);
    json.writeEndObject();
  }
}
