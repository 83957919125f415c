package io.kubilitics.api;

import io.javalin.http.Context;
import io.kubilitics.access.Access;
import io.kubilitics.access.Caller;
import io.kubilitics.access.Route;
import io.kubilitics.export.DataFormat;
import io.kubilitics.topology.Focus;
import io.kubilitics.topology.Selection;
import io.kubilitics.topology.TopologyQuery;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The graph of a cluster, whole or around one object.
final class TopologyRoutes {
  private final Attached attached;

  TopologyRoutes(Attached attached) {
    this.attached = attached;
  }

  List<Endpoint> endpoints(String base) {
    String topology = base + "/clusters/{cluster}/topology";
    return List.of(
        Endpoint.of(Route.get(topology, Access.READER), this::all, TopologyText.FILTERS),
        Endpoint.of(
            Route.get(topology + "/focus", Access.READER),
            this::focusById,
            TopologyText.FOCUS_BY_ID),
        Endpoint.of(
            Route.get(topology + "/focus/{kind}/{namespace}/{name}", Access.READER),
            this::focus,
            TopologyText.FOCUS));
  }

  private void all(Context context, QueryText query, Caller caller) throws IOException {
    answer(Question.of(attached, context, query, caller), Optional.empty());
  }

  private void focusById(Context context, QueryText query, Caller caller) throws IOException {
    Question question = Question.of(attached, context, query, caller);
    answer(question, Optional.of(TopologyText.focus(query, question.objectById())));
  }

  private void focus(Context context, QueryText query, Caller caller) throws IOException {
    Question question = Question.of(attached, context, query, caller);
    answer(question, Optional.of(TopologyText.focus(query, question.objectInPath())));
  }

  private static void answer(Question question, Optional<Focus> focus) throws IOException {
    TopologyQuery wanted = TopologyText.filters(question.query(), question.words(), focus);
    EntityTag tag = question.tag();
    if (tag.isHeldBy(question.context())) {
      tag.answers(question.context());
      return;
    }
    Selection selection = question.topology().select(wanted, question.viewer());
    if (tag.answers(question.context())) {
      return;
    }
    Answer.stream(
        question.context(),
        DataFormat.JSON.mediaType(),
        out -> DataFormat.JSON.write(question.heading(), selection, question.relations(), out));
  }
}
