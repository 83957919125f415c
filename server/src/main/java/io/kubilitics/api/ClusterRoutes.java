package io.kubilitics.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.kubilitics.access.Access;
import io.kubilitics.access.Caller;
import io.kubilitics.access.Route;
import io.kubilitics.api.Clusters.Cluster;
import io.kubilitics.model.Viewer;
import io.kubilitics.topology.KindSummary;
import io.kubilitics.topology.Selection;
import io.kubilitics.topology.TopologyQuery;
import java.io.IOException;
import java.util.List;

/// What is open, and how well each kind in it is known.
final class ClusterRoutes {
  private static final String API_VERSION = "kubilitics.io/v1";

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
    Page<Cluster> page = Page.of(query, attached.clusters().all(), cluster -> cluster.id().value());
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
          for (Cluster cluster : page.items()) {
            json.writeStartObject();
            write(json, cluster, caller.viewer());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private void one(Context context, QueryText query, Caller caller) throws IOException {
    Cluster cluster = attached.named(context.pathParam("cluster"));
    Answer.json(
        context,
        200,
        json -> {
          json.writeStartObject();
          writeHead(json, "Cluster");
          write(json, cluster, caller.viewer());
          json.writeEndObject();
        });
  }

  private void kinds(Context context, QueryText query, Caller caller) throws IOException {
    Cluster cluster = attached.named(context.pathParam("cluster"));
    List<KindSummary> kinds = cluster.topology().select(TopologyQuery.ALL, caller.viewer()).kinds();
    Answer.json(
        context,
        200,
        json -> {
          json.writeStartObject();
          writeHead(json, "KindList");
          writeKinds(json, "items", kinds);
          json.writeEndObject();
        });
  }

  private static void write(JsonGenerator json, Cluster cluster, Viewer viewer) throws IOException {
    Selection all = cluster.topology().select(TopologyQuery.ALL, viewer);
    json.writeStringField("name", cluster.id().value());
    json.writeStringField("source", cluster.source());
    json.writeBooleanField("default", cluster.isDefault());
    json.writeStringField("state", cluster.state().text());
    if (!cluster.message().isEmpty()) {
      json.writeStringField("message", cluster.message());
    }
    json.writeStringField("asOf", cluster.asOf().toString());
    json.writeNumberField("revision", all.revision());
    json.writeBooleanField("complete", all.complete());
    json.writeNumberField("nodeCount", all.nodeCount());
    json.writeNumberField("edgeCount", all.edgeCount());
    writeKinds(json, "kinds", all.kinds());
  }

  private static void writeKinds(JsonGenerator json, String field, List<KindSummary> kinds)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (KindSummary kind : kinds) {
      json.writeStartObject();
      json.writeStringField("kind", kind.kind().name());
      json.writeStringField("group", kind.kind().group());
      json.writeStringField("state", kind.knowledge().text());
      json.writeNumberField("count", kind.count());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeHead(JsonGenerator json, String kind) throws IOException {
    json.writeStringField("apiVersion", API_VERSION);
    json.writeStringField("kind", kind);
  }
}
