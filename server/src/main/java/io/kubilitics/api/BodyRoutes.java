package io.kubilitics.api;

import io.javalin.http.Context;
import io.kubilitics.access.Access;
import io.kubilitics.access.Caller;
import io.kubilitics.access.Route;
import io.kubilitics.export.BodyYaml;
import io.kubilitics.model.Body;
import io.kubilitics.model.ResourceId;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.io.IOException;
import java.util.List;

/// One object as YAML, as its source has it now, with secret values masked. Nobody may store it.
final class BodyRoutes {
  private static final String YAML_TYPE = "text/yaml; charset=utf-8";

  private final Attached attached;

  BodyRoutes(Attached attached) {
    this.attached = attached;
  }

  List<Endpoint> endpoints(String base) {
    String cluster = base + "/clusters/{cluster}";
    return List.of(
        Endpoint.of(Route.get(cluster + "/yaml", Access.READER), this::byId, TopologyText.ID),
        Endpoint.of(
            Route.get(cluster + "/resources/{kind}/{namespace}/{name}/yaml", Access.READER),
            this::byPath));
  }

  private void byId(Context context, QueryText query, Caller caller) throws IOException {
    Question question = Question.of(attached, context, query, caller);
    answer(question, question.objectById());
  }

  private void byPath(Context context, QueryText query, Caller caller) throws IOException {
    Question question = Question.of(attached, context, query, caller);
    answer(question, question.objectInPath());
  }

  private static void answer(Question question, ResourceId id) throws IOException {
    Body body =
        question
            .session()
            .body(id, question.viewer())
            .orElseThrow(() -> new ProblemException(new Problem.NotFound(id.toString())));
    question.context().header("Cache-Control", "no-store");
    Answer.stream(question.context(), YAML_TYPE, out -> BodyYaml.write(body, out));
  }
}
