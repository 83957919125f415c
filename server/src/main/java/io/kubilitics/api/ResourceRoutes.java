package io.kubilitics.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.kubilitics.access.Access;
import io.kubilitics.access.Caller;
import io.kubilitics.access.Route;
import io.kubilitics.check.FindingJson;
import io.kubilitics.check.Findings;
import io.kubilitics.check.WorldMode;
import io.kubilitics.export.ElementJson;
import io.kubilitics.model.Edge;
import io.kubilitics.model.Finding;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.LabelSelector.Requirement;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.search.SearchQuery;
import io.kubilitics.table.KindTable;
import io.kubilitics.table.Place;
import io.kubilitics.table.RowOrder;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.query.Impact;
import io.kubilitics.topology.query.Neighbours;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The objects of one kind as a table, and one object with all its edges.
final class ResourceRoutes {

  private static final String SORT = "sort";

  private final Attached attached;

  ResourceRoutes(Attached attached) {
    this.attached = attached;
  }

  List<Endpoint> endpoints(String base) {
    String resources = base + "/clusters/{cluster}/resources";
    return List.of(
        Endpoint.of(Route.get(resources, Access.READER), this::detailById, TopologyText.ID),
        Endpoint.of(
            Route.get(resources + "/{kind}", Access.READER),
            this::table,
            "namespace",
            "labelSelector",
            SORT,
            SearchRoutes.Q,
            Page.LIMIT,
            Page.CONTINUE),
        Endpoint.of(
            Route.get(resources + "/{kind}/{namespace}/{name}", Access.READER), this::detail));
  }

  private void table(Context context, QueryText query, Caller caller) throws IOException {
    Question question = Question.of(attached, context, query, caller);
    KindTable table = KindTable.of(kind(question), question.catalogue());
    RowOrder order = query.one(SORT, table::order).orElse(RowOrder.BY_NAMESPACE);
    Set<String> namespaces = new LinkedHashSet<>(query.all("namespace", TopologyText::namespace));
    List<Requirement> labels =
        query.all("labelSelector", LabelSelector::parse).stream()
            .flatMap(selector -> selector.requirements().stream())
            .toList();
    Predicate<Node.Present> also =
        query
            .one(SearchRoutes.Q, text -> SearchQuery.parse(text, question.catalogue()))
            .<Predicate<Node.Present>>map(words -> row -> words.rank(row) != SearchQuery.NO)
            .orElse(_ -> true);
    String list = list(question, table.kind());
    Optional<Place> after = query.one(Page.CONTINUE, text -> place(text, list));
    KindTable.Page page =
        table.page(
            question.network(),
            new KindTable.Wanted(
                namespaces,
                new LabelSelector(labels),
                also,
                order,
                after.orElse(null),
                Page.limit(query)));
    question.answer(
        "ResourceTable",
        json -> {
          KindView.write(json, table.kind(), question.catalogue());
          json.writeStringField("sort", order.toString());
          json.writeNumberField("total", page.total());
          json.writeStringField(Page.CONTINUE, bookmark(page.next(), list));
        },
        json -> {
          RowView.writeColumns(json, table.columns());
          json.writeArrayFieldStart("items");
          ElementJson elements = question.elements(json);
          for (Node.Present row : page.rows()) {
            json.writeStartObject();
            json.writeFieldName("resource");
            elements.node(row);
            RowView.writeCells(json, table.columns(), row.resource());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  /// The list of which pages are parts: everything asked for but how much and from where.
  private static String list(Question question, Kind kind) {
    return question.session().cluster()
        + " "
        + kind
        + " "
        + question.query().canonical(Page.LIMIT, Page.CONTINUE);
  }

  private static String bookmark(@Nullable Place next, String list) {
    if (next == null) {
      return "";
    }
    String value = next.value() == null ? "" : "=" + next.value();
    return Bookmark.text(list, List.of(next.id().toString(), value));
  }

  private static Place place(String text, String list) {
    List<String> parts = Bookmark.parts(text, list);
    String value = parts.getLast();
    return new Place(
        value.isEmpty() ? null : value.substring(1), ResourceId.parse(parts.getFirst()));
  }

  private static Kind kind(Question question) {
    return question.words().kindInPath(question.context().pathParam("kind"));
  }

  private void detail(Context context, QueryText query, Caller caller) throws IOException {
    Question question = Question.of(attached, context, query, caller);
    answer(question, question.objectInPath());
  }

  private void detailById(Context context, QueryText query, Caller caller) throws IOException {
    Question question = Question.of(attached, context, query, caller);
    answer(question, question.objectById());
  }

  /// Ghosts and what is no object of the cluster are answered too: they have edges.
  private static void answer(Question question, ResourceId id) throws IOException {
    Network network = question.network();
    int handle = Question.find(network, id);
    Node node = Objects.requireNonNull(network.node(handle));
    KindTable table = KindTable.of(id.kind(), question.catalogue());
    Neighbours neighbours = new Neighbours(network, handle);
    question.answer(
        "ResourceDetail",
        json -> KindView.write(json, id.kind(), question.catalogue()),
        json -> {
          ElementJson elements = question.elements(json);
          json.writeFieldName("resource");
          elements.node(node);
          if (node instanceof Node.Present present) {
            RowView.writeColumns(json, table.columns());
            RowView.writeCells(json, table.columns(), present.resource());
            writeInstances(json, network, present.resource());
          }
          writeFindings(json, question, id);
          writeEdges(json, elements, "edgesOut", neighbours.out());
          writeEdges(json, elements, "edgesIn", neighbours.in());
        });
  }

  /// How many objects there are of the kind that this one defines.
  private static void writeInstances(JsonGenerator json, Network network, Resource definition)
      throws IOException {
    String defined = definition.features().get(Impact.INSTANCES_OF);
    if (defined == null) {
      return;
    }
    Kind kind = Kind.parse(defined);
    int count = 0;
    for (int handle = 0; handle < network.limit(); handle++) {
      if (network.node(handle) instanceof Node.Present(Resource resource, _)
          && resource.kind().equals(kind)) {
        count++;
      }
    }
    json.writeNumberField("instances", count);
  }

  /// What is wrong with the object.
  private static void writeFindings(JsonGenerator json, Question question, ResourceId id)
      throws IOException {
    WorldMode world = question.session().world();
    json.writeArrayFieldStart("findings");
    for (Finding finding : Findings.of(question.topology(), id, question.viewer(), world).list()) {
      FindingJson.write(finding, json);
    }
    json.writeEndArray();
  }

  private static void writeEdges(
      JsonGenerator json, ElementJson elements, String field, Stream<Edge> edges)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Iterator<Edge> each = edges.iterator(); each.hasNext(); ) {
      elements.edge(each.next());
    }
    json.writeEndArray();
  }
}
