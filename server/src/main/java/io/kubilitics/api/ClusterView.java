package io.kubilitics.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kubilitics.export.KindJson;
import io.kubilitics.model.Viewer;
import io.kubilitics.session.FoundContext;
import io.kubilitics.session.Origin;
import io.kubilitics.session.Rejection;
import io.kubilitics.session.Rejections;
import io.kubilitics.session.RosterEntry;
import io.kubilitics.session.Session;
import io.kubilitics.source.SourceCondition;
import io.kubilitics.topology.KindSummary;
import io.kubilitics.topology.Selection;
import io.kubilitics.topology.TopologyQuery;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/// A cluster as JSON: what it was opened from, how far it is, what could not be read, and how well
/// each kind is known.
final class ClusterView {
  private ClusterView() {}

  /// Where it is to be found.
  static String path(String cluster) {
    try {
      return new URI(null, null, ApiServer.BASE + "/clusters/" + cluster, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a path may hold anything", e);
    }
  }

  /// Writes what every cluster has, open or not, into an object that is open.
  ///
  /// @param isDefault whether a viewer starts with it
  /// @param withContext whether the caller may know what the kubeconfig says
  static void writeHead(
      JsonGenerator json, RosterEntry entry, boolean isDefault, boolean withContext)
      throws IOException {
    Session session = entry.session();
    Origin origin = entry.origin();
    FoundContext context = entry.context();
    json.writeStringField("name", entry.name().value());
    json.writeStringField(
        "source", session != null ? session.description() : origin == null ? "" : origin.text());
    json.writeBooleanField("default", isDefault);
    json.writeStringField("state", state(entry));
    if (context != null && withContext) {
      json.writeObjectFieldStart("context");
      json.writeStringField("name", context.name());
      json.writeStringField("server", context.server());
      json.writeStringField("namespace", context.namespace());
      json.writeBooleanField("current", context.current());
      json.writeEndObject();
    }
    if (entry.lastConnected() != null) {
      json.writeStringField("lastConnected", entry.lastConnected().toString());
    }
  }

  /// What can be opened is found; what cannot, any more, is closed.
  private static String state(RosterEntry entry) {
    Session session = entry.session();
    if (session != null) {
      return session.readiness().text();
    }
    return entry.origin() == null ? "closed" : "found";
  }

  /// Writes the rest of what is open into an object that is open.
  static void write(JsonGenerator json, Session session, Viewer viewer) throws IOException {
    Selection all = session.topology().select(TopologyQuery.ALL, viewer);
    List<KindSummary> kinds = all.kinds();
    String message = session.readiness().message();
    if (!message.isEmpty()) {
      json.writeStringField("message", message);
    }
    writeCondition(json, session.condition());
    json.writeStringField("asOf", session.asOf().toString());
    json.writeNumberField("revision", all.revision());
    json.writeBooleanField("complete", all.complete());
    json.writeNumberField("nodeCount", all.nodeCount());
    json.writeNumberField("edgeCount", all.edgeCount());
    writeKinds(json, session, kinds, viewer);
    writeRejections(json, session.rejections());
  }

  private static void writeCondition(JsonGenerator json, SourceCondition condition)
      throws IOException {
    json.writeObjectFieldStart("condition");
    json.writeStringField("phase", condition.phase().text());
    json.writeStringField("message", condition.message());
    json.writeStringField("version", condition.version());
    json.writeStringField("provider", condition.provider());
    if (condition.lastContact() != null) {
      json.writeStringField("lastContact", condition.lastContact().toString());
    }
    json.writeArrayFieldStart("warnings");
    for (String warning : condition.warnings()) {
      json.writeString(warning);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeKinds(
      JsonGenerator json, Session session, List<KindSummary> kinds, Viewer viewer)
      throws IOException {
    json.writeArrayFieldStart("kinds");
    for (KindSummary kind : kinds) {
      json.writeStartObject();
      KindJson.writeName(kind.kind(), json);
      KindJson.writeState(kind, session.tellsKnowledge(), viewer, json);
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
