package io.kubilitics.api;

import io.kubilitics.api.stream.ChannelKey;
import io.kubilitics.api.stream.Show;
import io.kubilitics.api.stream.View;
import io.kubilitics.api.stream.ViewReader;
import io.kubilitics.api.stream.ViewWords;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.model.RelationType;
import io.kubilitics.model.Viewer;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.Session;
import io.kubilitics.topology.TopologyQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Turns the view of a subscription into what is to be streamed: the words of the query parameters
/// of the other routes, in fields of its own.
final class ViewText implements ViewReader {
  private static final String SHOW = "show";
  private static final String NAMESPACES = "namespaces";

  /// What says where things stand and how much of them is told.
  private static final List<String> PLACES = List.of("arrangement", "level");

  /// What says which nodes and edges are told of.
  private static final List<String> FILTERS =
      List.of("kinds", "relations", "labelSelector", "health");

  private static final List<String> OF_DRAWING =
      List.of("arrangement", "level", "kinds", "relations", "labelSelector", "health");

  /// What a field is called in a query.
  private static final SortedMap<String, String> PARAMETERS =
      new TreeMap<>(
          Map.of(
              "arrangement", DrawingText.GROUP,
              "level", DrawingText.LEVEL,
              "kinds", "kind",
              "names", "name",
              "relations", "relation",
              "labelSelector", "labelSelector",
              "health", "health"));

  @Override
  public View read(ViewWords words, Session session, Viewer viewer) {
    SortedMap<String, List<String>> values = new TreeMap<>();
    SortedMap<String, String> fields = new TreeMap<>();
    words
        .fields()
        .forEach((field, given) -> {
          String parameter = PARAMETERS.getOrDefault(field, field);
          boolean known =
              PARAMETERS.containsKey(field) || field.equals(SHOW) || field.equals(NAMESPACES);
          if (!known) {
            throw bad(field, "is not known; a view has only " + names());
          }
          values.put(parameter, given);
          fields.put(parameter, "view." + field);
        });
    QueryText query = QueryText.of(values, name -> fields.getOrDefault(name, "view." + name));
    Show show =
        query
            .one(SHOW, text -> QueryText.choice(text, List.of(Show.values()), Show::text))
            .orElseThrow(() -> bad(SHOW, "is missing"));
    KindWords kinds = new KindWords(session, session.topology().network(viewer));
    ChannelKey channel =
        new ChannelKey(
            session.cluster(),
            show,
            DrawingText.arrangement(query),
            DrawingText.level(query).orElse(null),
            part(query, kinds),
            new TreeSet<>(query.all("name", text -> text)),
            viewer);
    checkMeaning(words, channel);
    return new View(channel, new TreeSet<>(query.all(NAMESPACES, text -> text)));
  }

  private static Set<String> names() {
    Set<String> names = new TreeSet<>(PARAMETERS.keySet());
    names.add(SHOW);
    names.add(NAMESPACES);
    return names;
  }

  /// What is computed only when somebody asks is not followed.
  private static TopologyQuery part(QueryText query, KindWords words) {
    TopologyQuery part = TopologyText.filters(query, words, Optional.empty());
    part.relations()
        .forEach(relation -> {
          if (words.relations().of(relation).storage() == RelationType.Storage.ON_DEMAND) {
            throw bad("relations", "'" + relation + "' is answered on demand only, not streamed");
          }
        });
    return part;
  }

  private static void checkMeaning(ViewWords words, ChannelKey channel) {
    Set<String> meaningful = fields(channel);
    words
        .fields()
        .forEach((field, given) -> {
          if (!given.isEmpty() && !meaningful.contains(field)) {
            throw bad(field, whyNot(field, channel.show()));
          }
        });
  }

  /// What has a meaning for what is shown. Where frames are no namespaces, none can be looked at
  /// alone.
  private static Set<String> fields(ChannelKey channel) {
    return switch (channel.show()) {
      case TOPOLOGY -> with(FILTERS, SHOW, NAMESPACES);
      case DRAWING ->
          channel.arrangement() == Arrangement.NAMESPACE
              ? with(OF_DRAWING, SHOW, NAMESPACES)
              : with(OF_DRAWING, SHOW);
      case EVENTS -> Set.of(SHOW, NAMESPACES, "kinds", "names");
      case FINDINGS -> Set.of(SHOW, NAMESPACES);
      case STATUS -> Set.of(SHOW);
    };
  }

  private static Set<String> with(List<String> fields, String... more) {
    Set<String> all = new TreeSet<>(fields);
    all.addAll(List.of(more));
    return all;
  }

  private static String whyNot(String field, Show show) {
    if (PLACES.contains(field)) {
      return "has a meaning only in a drawing";
    }
    return show == Show.DRAWING && field.equals(NAMESPACES)
        ? "has a meaning only where a drawing is arranged by namespace"
        : "has no meaning for " + show.text();
  }

  private static ProblemException bad(String field, String reason) {
    return new ProblemException(new Problem.BadInput("view." + field, reason));
  }
}
