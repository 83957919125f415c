package io.kubilitics.api;

import io.javalin.http.Context;
import io.kubilitics.access.Access;
import io.kubilitics.access.Caller;
import io.kubilitics.access.Route;
import io.kubilitics.export.EventJson;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ObjectEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/// What a cluster has reported of its objects lately.
final class EventRoutes {
  private static final String KIND = "kind";
  private static final String NAMESPACE = "namespace";
  private static final String NAME = "name";

  private final Attached attached;

  EventRoutes(Attached attached) {
    this.attached = attached;
  }

  List<Endpoint> endpoints(String base) {
    return List.of(
        Endpoint.of(
            Route.get(base + "/clusters/{cluster}/events", Access.READER),
            this::list,
            KIND,
            NAMESPACE,
            NAME,
            Page.LIMIT,
            Page.CONTINUE));
  }

  /// Events come without a new revision, so the answer has no tag.
  private void list(Context context, QueryText query, Caller caller) throws IOException {
    Question question = Question.of(attached, context, query, caller);
    Set<Kind> kinds = new LinkedHashSet<>(query.all(KIND, question.words()::kind));
    Set<String> namespaces = new LinkedHashSet<>(query.all(NAMESPACE, TopologyText::namespace));
    Set<String> names = new LinkedHashSet<>(query.all(NAME, Function.identity()));
    List<ObjectEvent> wanted =
        question.session().events().all(question.viewer()).stream()
            .filter(event -> isIn(kinds, event.regarding().kind()))
            .filter(event -> isIn(namespaces, event.regarding().namespace()))
            .filter(event -> isIn(names, event.regarding().name()))
            .toList();
    String list =
        question.session().cluster() + " events " + query.canonical(Page.LIMIT, Page.CONTINUE);
    Page<ObjectEvent> page = Page.of(query, list, wanted, EventRoutes::place);
    question.write(
        "EventList",
        json -> {
          json.writeNumberField("total", wanted.size());
          json.writeStringField(Page.CONTINUE, page.next());
        },
        json -> {
          json.writeArrayFieldStart("items");
          for (ObjectEvent event : page.items()) {
            EventJson.write(event, json);
          }
          json.writeEndArray();
        });
  }

  private static <T> boolean isIn(Set<T> wanted, T value) {
    return wanted.isEmpty() || wanted.contains(value);
  }

  /// Sorts as text in the order of the list: the later one first, then by key.
  static String place(ObjectEvent event) {
    Instant last = event.last();
    long left = Instant.MAX.getEpochSecond() - last.getEpochSecond();
    return String.format(
        Locale.ROOT, "%020d %09d %s", left, 999_999_999 - last.getNano(), event.key());
  }
}
