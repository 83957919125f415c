package io.kubilitics.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.kubilitics.access.Access;
import io.kubilitics.access.Caller;
import io.kubilitics.access.Route;
import io.kubilitics.export.Heading;
import io.kubilitics.export.KindJson;
import io.kubilitics.model.ClusterId;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.Origin;
import io.kubilitics.session.Roster;
import io.kubilitics.session.RosterEntry;
import io.kubilitics.session.Session;
import io.kubilitics.topology.KindSummary;
import io.kubilitics.topology.TopologyQuery;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// What is open and what could be, how well each kind in it is known; opening and closing.
final class ClusterRoutes {
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final String CONTEXT = "context";
  private static final String SOURCE = "source";
  private static final String NAME = "name";

  private final Attached attached;

  ClusterRoutes(Attached attached) {
    this.attached = attached;
  }

  List<Endpoint> endpoints(String base) {
    return List.of(
        Endpoint.of(
            Route.get(base + "/clusters", Access.READER), this::list, Page.LIMIT, Page.CONTINUE),
        Endpoint.of(Route.post(base + "/clusters", Access.WRITER), this::open),
        Endpoint.of(Route.get(base + "/clusters/{cluster}", Access.READER), this::one),
        Endpoint.of(Route.put(base + "/clusters/{cluster}", Access.WRITER), this::openAgain),
        Endpoint.of(Route.delete(base + "/clusters/{cluster}", Access.WRITER), this::close),
        Endpoint.of(Route.get(base + "/clusters/{cluster}/kinds", Access.READER), this::kinds));
  }

  /// What could be opened is told to who may open it: others could do nothing with it.
  private void list(Context context, QueryText query, Caller caller) throws IOException {
    Roster roster = attached.roster();
    List<RosterEntry> shown =
        roster.all().stream()
            .filter(entry -> entry.session() != null || caller.mayWrite())
            .toList();
    Page<RosterEntry> page = Page.of(query, "clusters", shown, entry -> entry.name().value());
    List<String> warnings = caller.mayWrite() ? roster.warnings() : List.of();
    Answer.json(
        context,
        200,
        json -> {
          json.writeStartObject();
          writeHead(json, "ClusterList");
          json.writeObjectFieldStart("metadata");
          json.writeStringField(Page.CONTINUE, page.next());
          json.writeArrayFieldStart("warnings");
          for (String warning : warnings) {
            json.writeString(warning);
          }
          json.writeEndArray();
          json.writeEndObject();
          json.writeArrayFieldStart("items");
          for (RosterEntry entry : page.items()) {
            json.writeStartObject();
            write(json, entry, caller);
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private void one(Context context, QueryText query, Caller caller) throws IOException {
    answer(context, OK, entry(context, caller), caller);
  }

  private void open(Context context, QueryText query, Caller caller) throws IOException {
    BodyText body = BodyText.of(context, CONTEXT, SOURCE, NAME);
    Origin origin =
        origin(body)
            .orElseThrow(() -> BodyText.bad("body", "names neither a context nor a source"));
    Session session = attached.roster().open(origin, body.text(NAME).orElse(null));
    created(context, session.cluster(), caller);
  }

  /// Opens what the name in the path stands for; anew when it is open.
  private void openAgain(Context context, QueryText query, Caller caller) throws IOException {
    BodyText body = BodyText.of(context, CONTEXT, SOURCE);
    ClusterId name = name(context);
    Optional<Origin> origin = origin(body);
    if (origin.isEmpty()) {
      attached.roster().reopen(name);
      answer(context, OK, entry(name), caller);
      return;
    }
    boolean isKnown = attached.roster().find(name).isPresent();
    attached.roster().put(name, origin.get());
    if (isKnown) {
      answer(context, OK, entry(name), caller);
      return;
    }
    created(context, name, caller);
  }

  private void created(Context context, ClusterId name, Caller caller) throws IOException {
    context.header("Location", ClusterView.path(name.value()));
    answer(context, CREATED, entry(name), caller);
  }

  private void close(Context context, QueryText query, Caller caller) throws IOException {
    ClusterId name = name(context);
    Optional<RosterEntry> left = attached.roster().close(name);
    answer(
        context, OK, left.orElseGet(() -> new RosterEntry(name, null, null, null, null)), caller);
  }

  private static Optional<Origin> origin(BodyText body) {
    Optional<String> context = body.text(CONTEXT);
    Optional<String> source = body.text(SOURCE);
    if (context.isPresent() && source.isPresent()) {
      throw BodyText.bad("body", "names a context and a source; name one");
    }
    return context.<Origin>map(Origin.Context::new).or(() -> source.map(Origin.Source::new));
  }

  private static ClusterId name(Context context) {
    String name = context.pathParam("cluster");
    if (name.isBlank()) {
      throw nobody(name);
    }
    return new ClusterId(name);
  }

  private RosterEntry entry(Context context, Caller caller) {
    RosterEntry entry = entry(name(context));
    if (entry.session() == null && !caller.mayWrite()) {
      throw nobody(entry.name().value());
    }
    return entry;
  }

  private RosterEntry entry(ClusterId name) {
    return attached.roster().find(name).orElseThrow(() -> nobody(name.value()));
  }

  private static ProblemException nobody(String name) {
    return new ProblemException(new Problem.NotFound("cluster " + name));
  }

  private void answer(Context context, int status, RosterEntry entry, Caller caller)
      throws IOException {
    Answer.json(
        context,
        status,
        json -> {
          json.writeStartObject();
          writeHead(json, "Cluster");
          write(json, entry, caller);
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
            KindJson.writeState(kind, question.session().tellsKnowledge(), question.viewer(), json);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private void write(JsonGenerator json, RosterEntry entry, Caller caller) throws IOException {
    Session session = entry.session();
    boolean isDefault = session != null && attached.isDefault(session);
    ClusterView.writeHead(json, entry, isDefault, caller.mayWrite());
    if (session != null) {
      ClusterView.write(json, session, caller.viewer());
    }
  }

  private static void writeHead(JsonGenerator json, String kind) throws IOException {
    json.writeStringField("apiVersion", Heading.API_VERSION);
    json.writeStringField("kind", kind);
  }
}
