package io.kubilitics.api;

import io.javalin.http.Context;
import io.kubilitics.access.Access;
import io.kubilitics.access.Caller;
import io.kubilitics.access.Route;
import io.kubilitics.export.PathJson;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.query.Path;
import io.kubilitics.topology.query.Paths;
import java.io.IOException;
import java.util.List;

/// How two objects hang together.
final class PathRoutes {
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final int USUAL = 3;

  private final Attached attached;

  PathRoutes(Attached attached) {
    this.attached = attached;
  }

  List<Endpoint> endpoints(String base) {
    return List.of(
        Endpoint.of(
            Route.get(base + "/clusters/{cluster}/paths", Access.READER),
            this::paths,
            FROM,
            TO,
            Page.LIMIT));
  }

  private void paths(Context context, QueryText query, Caller caller) throws IOException {
    Question question = Question.of(attached, context, query, caller);
    ResourceId from = question.object(FROM);
    ResourceId to = question.object(TO);
    int most = query.number(Page.LIMIT, 1, Paths.MOST, USUAL);
    Network network = question.network();
    Paths paths =
        Paths.between(
            network, Question.find(network, from), Question.find(network, to), most);
    question.answer(
        "PathList",
        json -> {
          json.writeStringField(FROM, from.toString());
          json.writeStringField(TO, to.toString());
          json.writeBooleanField("complete", paths.complete());
        },
        json -> {
          json.writeArrayFieldStart("items");
          for (Path path : paths.paths()) {
            PathJson.write(path, json, question.elements(json));
          }
          json.writeEndArray();
        });
  }
}
