package io.kubilitics.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kubilitics.model.Viewer;
import io.kubilitics.problem.Problem;
import io.kubilitics.session.Readiness;
import io.kubilitics.session.Rejection;
import io.kubilitics.session.Rejections;
import io.kubilitics.session.Session;
import io.kubilitics.topology.KindSummary;
import io.kubilitics.topology.Selection;
import io.kubilitics.topology.TopologyQuery;
import java.io.IOException;
import java.util.List;

/// A cluster as JSON: what it was opened from, how far it is, what could not be read, and how well
/// each kind is known.
final class ClusterView {
  private ClusterView() {}

  /// As written in JSON.
  static String state(Session session) {
    return switch (session.readiness()) {
      case Readiness.Opening() -> "opening";
      case Readiness.Ready() -> "ready";
      case Readiness.Failed(_) -> "failed";
      case Readiness.Abandoned() -> "closed";
    };
  }

  /// Why it is not ready, in words for the reader; `""` when there is nothing to say.
  static String message(Session session) {
    return switch (session.readiness()) {
      case Readiness.Opening() -> "";
      case Readiness.Ready() -> "";
      case Readiness.Failed(Problem problem) -> problem.message();
      case Readiness.Abandoned() -> "";
    };
  }

  /// Writes the fields into an object that is open.
  ///
  /// @param isDefault whether a viewer starts with it
  static void write(JsonGenerator json, Session session, boolean isDefault, Viewer viewer)
      throws IOException {
    Selection all = session.topology().select(TopologyQuery.ALL, viewer);
    List<KindSummary> kinds = all.kinds();
    json.writeStringField("name", session.cluster().value());
    json.writeStringField("source", session.description());
    json.writeBooleanField("default", isDefault);
    json.writeStringField("state", state(session));
    if (!message(session).isEmpty()) {
      json.writeStringField("message", message(session));
    }
    json.writeStringField("asOf", session.asOf().toString());
    json.writeNumberField("revision", all.revision());
    json.writeBooleanField("complete", all.complete());
    json.writeNumberField("nodeCount", all.nodeCount());
    json.writeNumberField("edgeCount", all.edgeCount());
    writeKinds(json, "kinds", kinds, viewer);
    writeRejections(json, session.rejections());
  }

  private static void writeKinds(
      JsonGenerator json, String field, List<KindSummary> kinds, Viewer viewer) throws IOException {
    json.writeArrayFieldStart(field);
    for (KindSummary kind : kinds) {
      json.writeStartObject();
      json.writeStringField("kind", kind.kind().name());
      json.writeStringField("group", kind.kind().group());
      KindView.writeState(json, kind, viewer);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeRejections(JsonGenerator json, Rejections rejections)
      throws IOException {
    json.writeNumberField("rejectedCount", rejections.count());
    json.writeArrayFieldStart("rejected");
    for (Rejection rejection : rejections.first()) {
      json.writeStartObject();
      json.writeStringField("place", rejection.place().toString());
      json.writeStringField("reason", rejection.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
