package io.kubilitics.api;

import io.javalin.http.Context;
import io.kubilitics.access.Access;
import io.kubilitics.access.Caller;
import io.kubilitics.access.Route;
import io.kubilitics.export.ElementJson;
import io.kubilitics.export.Heading;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.RelationTypes;
import io.kubilitics.model.ResourceId;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.search.Search;
import io.kubilitics.search.SearchQuery;
import io.kubilitics.session.Session;
import io.kubilitics.topology.Topology;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Search over every cluster that is open, or over some.
final class SearchRoutes {
  static final String Q = "q";
  private static final String CLUSTER = "cluster";

  private final Attached attached;

  SearchRoutes(Attached attached) {
    this.attached = attached;
  }

  List<Endpoint> endpoints(String base) {
    return List.of(
        Endpoint.of(
            Route.get(base + "/search", Access.READER),
            this::search,
            Q,
            CLUSTER,
            Page.LIMIT,
            Page.CONTINUE));
  }

  private void search(Context context, QueryText query, Caller caller) throws IOException {
    String text =
        query
            .one(Q, word -> word)
            .orElseThrow(() ->
                new ProblemException(new Problem.BadInput("query parameter 'q'", "is missing")));
    Map<Session, Topology> asked = asked(query, caller);
    Map<Session, SearchQuery> queries = queries(text, asked.keySet());
    List<Object> state = new ArrayList<>(List.of(attached.streamEpoch(), caller));
    asked.forEach((session, topology) ->
        state.addAll(List.of(session.cluster(), session.opening(), topology.revision())));
    EntityTag tag = EntityTag.of(context.path(), query.canonical(), state);
    if (tag.answers(context)) {
      return;
    }
    String list = "search " + query.canonical(Page.LIMIT, Page.CONTINUE);
    Optional<Search.Place> after = query.one(Page.CONTINUE, word -> place(word, list));
    Search search = new Search(after.orElse(null), Page.limit(query));
    queries.forEach((session, wanted) -> {
      Topology topology = asked.get(session);
      if (topology != null) {
        search.in(session.cluster(), topology.network(caller.viewer()), wanted);
      }
    });
    write(context, search.page(), list);
  }

  private Map<Session, Topology> asked(QueryText query, Caller caller) {
    List<Session> sessions = query.all(CLUSTER, name -> attached.session(name, caller));
    Map<Session, Topology> asked = new LinkedHashMap<>();
    for (Session session : sessions.isEmpty() ? attached.sessions() : sessions) {
      asked.put(session, session.topology());
    }
    return asked;
  }

  /// A cluster that lacks a word of the search has nothing of it; one that all lack is no word.
  private static Map<Session, SearchQuery> queries(String text, Iterable<Session> sessions) {
    Map<Session, SearchQuery> queries = new LinkedHashMap<>();
    String reason = "";
    for (Session session : sessions) {
      try {
        queries.put(session, SearchQuery.parse(text, session.catalogue()));
      } catch (IllegalArgumentException e) {
        reason = String.valueOf(e.getMessage());
      }
    }
    if (queries.isEmpty() && !reason.isEmpty()) {
      throw new ProblemException(new Problem.BadInput("query parameter 'q'", reason));
    }
    return queries;
  }

  private static String bookmark(Search.Page page, String list) {
    Search.Place next = page.next();
    return next == null
        ? ""
        : Bookmark.text(
            list,
            List.of(String.valueOf(next.rank()), next.id().toString(), next.cluster().value()));
  }

  private static Search.Place place(String text, String list) {
    List<String> parts = Bookmark.parts(text, list);
    return new Search.Place(
        Integer.parseInt(parts.getFirst()),
        ResourceId.parse(parts.get(1)),
        new ClusterId(parts.getLast()));
  }

  private static void write(Context context, Search.Page page, String list) throws IOException {
    Answer.json(
        context,
        200,
        json -> {
          json.writeStartObject();
          json.writeStringField("apiVersion", Heading.API_VERSION);
          json.writeStringField("kind", "SearchResult");
          json.writeObjectFieldStart("metadata");
          json.writeNumberField("total", page.total());
          json.writeStringField(Page.CONTINUE, bookmark(page, list));
          json.writeEndObject();
          json.writeArrayFieldStart("items");
          ElementJson nodes = new ElementJson(json, new RelationTypes(List.of()));
          for (Search.Hit hit : page.hits()) {
            json.writeStartObject();
            json.writeStringField(CLUSTER, hit.place().cluster().value());
            json.writeNumberField("rank", hit.place().rank());
            json.writeFieldName("resource");
            nodes.node(hit.node());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }
}
