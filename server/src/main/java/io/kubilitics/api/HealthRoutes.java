package io.kubilitics.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.kubilitics.access.Access;
import io.kubilitics.access.Caller;
import io.kubilitics.access.Route;
import io.kubilitics.session.Session;
import java.io.IOException;
import java.util.List;

/// Whether the server runs, and whether it has read what it was started with as far as it can be
/// read. Probes ask without a token, and learn no names.
final class HealthRoutes {
  private final Attached attached;

  HealthRoutes(Attached attached) {
    this.attached = attached;
  }

  /// Under the root, where probes look, and under the base of the API.
  List<Endpoint> endpoints(String base) {
    return List.of(
        Endpoint.of(Route.get(base + "/livez", Access.PUBLIC), this::live),
        Endpoint.of(Route.get(base + "/healthz", Access.PUBLIC), this::live),
        Endpoint.of(Route.get(base + "/readyz", Access.PUBLIC), this::ready, "verbose"));
  }

  private void live(Context context, QueryText query, Caller caller) throws IOException {
    Answer.json(
        context,
        200,
        json -> {
          json.writeStartObject();
          json.writeStringField("status", "live");
          json.writeEndObject();
        });
  }

  private void ready(Context context, QueryText query, Caller caller) throws IOException {
    boolean verbose = query.flag("verbose");
    boolean ready = attached.isReady();
    List<Session> sessions = attached.known();
    Answer.json(
        context,
        ready ? 200 : 503,
        json -> {
          json.writeStartObject();
          json.writeStringField("status", ready ? "ready" : "starting");
          if (verbose) {
            json.writeStringField("authentication", authentication(caller));
            writeChecks(json, sessions, caller);
          }
          json.writeEndObject();
        });
  }

  /// As written in JSON. A server knows guests only when it was started without authentication.
  private static String authentication(Caller caller) {
    return caller == Caller.GUEST ? "none" : "token";
  }

  private static void writeChecks(JsonGenerator json, List<Session> sessions, Caller caller)
      throws IOException {
    json.writeArrayFieldStart("clusters");
    for (Session session : sessions) {
      json.writeStartObject();
      if (caller.mayRead()) {
        json.writeStringField("name", session.cluster().value());
        json.writeStringField("message", session.readiness().message());
      }
      json.writeStringField("state", session.readiness().text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
