package io.kubilitics.api;

import io.javalin.http.Context;
import io.kubilitics.access.Access;
import io.kubilitics.access.Caller;
import io.kubilitics.access.Route;
import io.kubilitics.export.ElementJson;
import io.kubilitics.export.ImpactJson;
import io.kubilitics.model.Harm.Effect;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Focus;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.query.Impact;
import io.kubilitics.topology.query.Impact.Event;
import io.kubilitics.topology.query.Impact.Harmed;
import io.kubilitics.topology.query.ImpactQuery;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// What an event at one object does to others.
final class ImpactRoutes {
  private static final String EVENT = "event";
  private static final String HOPS = "hops";

  private final Attached attached;

  ImpactRoutes(Attached attached) {
    this.attached = attached;
  }

  List<Endpoint> endpoints(String base) {
    String impact = base + "/clusters/{cluster}/impact";
    return List.of(
        Endpoint.of(
            Route.get(impact, Access.READER),
            this::impactById,
            TopologyText.ID,
            EVENT,
            HOPS,
            Page.LIMIT,
            Page.CONTINUE),
        Endpoint.of(
            Route.get(impact + "/{kind}/{namespace}/{name}", Access.READER),
            this::impact,
            EVENT,
            HOPS,
            Page.LIMIT,
            Page.CONTINUE));
  }

  private void impactById(Context context, QueryText query, Caller caller) throws IOException {
    Question question = Question.of(attached, context, query, caller);
    answer(question, question.objectById());
  }

  private void impact(Context context, QueryText query, Caller caller) throws IOException {
    Question question = Question.of(attached, context, query, caller);
    answer(question, question.objectInPath());
  }

  private static void answer(Question question, ResourceId id) throws IOException {
    QueryText query = question.query();
    Event event =
        query
            .one(EVENT, text -> QueryText.choice(text, List.of(Event.values()), Event::text))
            .orElse(Event.DELETED);
    int hops = query.number(HOPS, 1, Focus.MOST_HOPS, Focus.MOST_HOPS);
    Network network = question.network();
    Impact impact = ImpactQuery.of(network, Question.find(network, id), event, hops);
    String list =
        question.session().cluster()
            + " impact "
            + id
            + query.canonical(TopologyText.ID, Page.LIMIT, Page.CONTINUE);
    Page<Harmed> page = Page.of(query, list, impact.harmed(), ImpactRoutes::place);
    question.answer(
        "Impact",
        json -> {
          ImpactJson.writeCounts(impact, json);
          json.writeStringField(Page.CONTINUE, page.next());
        },
        json -> {
          json.writeArrayFieldStart("items");
          ElementJson elements = question.elements(json);
          for (Harmed harmed : page.items()) {
            ImpactJson.write(harmed, json, elements);
          }
          json.writeEndArray();
        });
  }

  /// Sorts as the impact is ordered.
  private static String place(Harmed harmed) {
    int better = Effect.DELETES.compareTo(harmed.effect());
    return String.format(Locale.ROOT, "%03d %d %s", harmed.hops(), better, harmed.node().id());
  }
}
