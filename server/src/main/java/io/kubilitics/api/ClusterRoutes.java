package io.kubilitics.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.kubilitics.access.Access;
import io.kubilitics.access.Caller;
import io.kubilitics.access.Route;
import io.kubilitics.export.Heading;
import io.kubilitics.session.Session;
import io.kubilitics.topology.KindSummary;
import io.kubilitics.topology.TopologyQuery;
import java.io.IOException;
import java.util.List;

/// What is open, and how well each kind in it is known.
final class ClusterRoutes {
  private final Attached attached;

  ClusterRoutes(Attached attached) {
    this.attached = attached;
  }

  List<Endpoint> endpoints(String base) {
    return List.of(
        Endpoint.of(
            Route.get(base + "/clusters", Access.READER), this::list, Page.LIMIT, Page.CONTINUE),
        Endpoint.of(Route.get(base + "/clusters/{cluster}", Access.READER), this::one),
        Endpoint.of(Route.get(base + "/clusters/{cluster}/kinds", Access.READER), this::kinds));
  }

  private void list(Context context, QueryText query, Caller caller) throws IOException {
    Page<Session> page =
        Page.of(query, "clusters", attached.sessions(), session -> session.cluster().value());
    Answer.json(
        context,
        200,
        json -> {
          json.writeStartObject();
          writeHead(json, "ClusterList");
          json.writeObjectFieldStart("metadata");
          json.writeStringField(Page.CONTINUE, page.next());
          json.writeEndObject();
          json.writeArrayFieldStart("items");
          for (Session session : page.items()) {
            json.writeStartObject();
            write(json, session, caller);
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private void one(Context context, QueryText query, Caller caller) throws IOException {
    Session session = attached.session(context.pathParam("cluster"));
    Answer.json(
        context,
        200,
        json -> {
          json.writeStartObject();
          writeHead(json, "Cluster");
          write(json, session, caller);
          json.writeEndObject();
        });
  }

  private void kinds(Context context, QueryText query, Caller caller) throws IOException {
    Question question = Question.of(attached, context, query, caller);
    question.answer(
        "KindList",
        json -> {},
        json -> {
          json.writeArrayFieldStart("items");
          for (KindSummary kind :
              question.topology().select(TopologyQuery.ALL, question.viewer()).kinds()) {
            json.writeStartObject();
            KindView.write(json, kind.kind(), question.catalogue());
            KindView.writeState(json, kind, question.viewer());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private void write(JsonGenerator json, Session session, Caller caller) throws IOException {
    ClusterView.write(json, session, attached.isDefault(session), caller.viewer());
  }

  private static void writeHead(JsonGenerator json, String kind) throws IOException {
    json.writeStringField("apiVersion", Heading.API_VERSION);
    json.writeStringField("kind", kind);
  }
}
