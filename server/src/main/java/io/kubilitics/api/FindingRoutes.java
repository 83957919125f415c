package io.kubilitics.api;

import io.javalin.http.Context;
import io.kubilitics.access.Access;
import io.kubilitics.access.Caller;
import io.kubilitics.access.Route;
import io.kubilitics.check.Code;
import io.kubilitics.check.FindingJson;
import io.kubilitics.check.Findings;
import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Finding;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Viewer;
import io.kubilitics.session.Session;
import java.io.IOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;

/// What is wrong in a cluster.
final class FindingRoutes {
  private static final String LEVEL = "level";
  private static final String CODE = "code";
  private static final String NAMESPACE = "namespace";
  private static final String KIND = "kind";

  private final Attached attached;

  /// Of each cluster those of the newest revision that was asked about, by who may see everything.
  private final Map<Session, Known> known = Collections.synchronizedMap(new WeakHashMap<>());

  private record Known(long revision, Findings findings) {}

  /// A finding and its place in the list, as a text.
  private record Entry(Finding finding, String key) {
    static Entry of(Finding finding) {
      return new Entry(
          finding,
          String.join(
              " ",
              Integer.toString(List.of(Level.values()).indexOf(finding.level())),
              finding.code(),
              finding.object().toString(),
              finding.path(),
              finding.message()));
    }
  }

  FindingRoutes(Attached attached) {
    this.attached = attached;
  }

  List<Endpoint> endpoints(String base) {
    return List.of(
        Endpoint.of(
            Route.get(base + "/clusters/{cluster}/findings", Access.READER),
            this::list,
            LEVEL,
            CODE,
            NAMESPACE,
            KIND,
            Page.LIMIT,
            Page.CONTINUE));
  }

  private void list(Context context, QueryText query, Caller caller) throws IOException {
    Question question = Question.of(attached, context, query, caller);
    Set<Level> levels = values(query, LEVEL, FindingRoutes::level);
    Set<String> codes = values(query, CODE, text -> Code.named(text).name());
    Set<String> namespaces = values(query, NAMESPACE, TopologyText::namespace);
    Set<Kind> kinds = values(query, KIND, question.words()::kind);
    Page.limit(query);
    if (question.tag().isHeldBy(context)) {
      question.tag().answers(context);
      return;
    }
    Findings findings = findings(question);
    List<Entry> wanted =
        findings.list().stream()
            .filter(finding -> isIn(levels, finding.level()))
            .filter(finding -> isIn(codes, finding.code()))
            .filter(finding -> isIn(namespaces, finding.object().namespace()))
            .filter(finding -> isIn(kinds, finding.object().kind()))
            .map(Entry::of)
            .sorted(Comparator.comparing(Entry::key))
            .toList();
    String list =
        question.session().cluster() + " findings " + query.canonical(Page.LIMIT, Page.CONTINUE);
    Page<Entry> page = Page.of(query, list, wanted, Entry::key);
    question.answer(
        "FindingList",
        json -> {
          json.writeStringField("world", question.session().world().text());
          json.writeNumberField("total", wanted.size());
          FindingJson.writeCounts(findings, json);
          json.writeStringField(Page.CONTINUE, page.next());
        },
        json -> {
          json.writeArrayFieldStart("items");
          for (Entry entry : page.items()) {
            FindingJson.write(entry.finding, json);
          }
          json.writeEndArray();
        });
  }

  /// Those of one revision are looked for once for all who may see everything.
  private Findings findings(Question question) {
    Session session = question.session();
    if (!question.viewer().equals(Viewer.EVERYTHING)) {
      return Findings.of(question.topology(), question.viewer(), session.world());
    }
    long revision = question.topology().revision();
    Known before = known.get(session);
    if (before != null && before.revision == revision) {
      return before.findings;
    }
    Findings findings = Findings.of(question.topology(), Viewer.EVERYTHING, session.world());
    known.put(session, new Known(revision, findings));
    return findings;
  }

  private static Level level(String text) {
    return QueryText.choice(text, List.of(Level.values()), Level::text);
  }

  private static <T> Set<T> values(QueryText query, String name, Function<String, T> reader) {
    return new LinkedHashSet<>(query.all(name, reader));
  }

  private static <T> boolean isIn(Set<T> wanted, T value) {
    return wanted.isEmpty() || wanted.contains(value);
  }
}
