package io.kubilitics.api;

import io.javalin.http.Context;
import io.kubilitics.access.Access;
import io.kubilitics.access.Caller;
import io.kubilitics.access.Route;
import io.kubilitics.check.Code;
import io.kubilitics.check.FindingJson;
import io.kubilitics.check.Findings;
import io.kubilitics.model.Finding;
import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Viewer;
import io.kubilitics.session.DocumentFindings;
import io.kubilitics.session.RecentFindings;
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

  private final Map<Session, RecentFindings> recent =
      Collections.synchronizedMap(new WeakHashMap<>());

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
    Question latest = Question.of(attached, context, query, caller);
    Set<Level> levels = values(query, LEVEL, FindingRoutes::level);
    Set<String> codes = values(query, CODE, text -> Code.named(text).name());
    Set<String> namespaces = values(query, NAMESPACE, TopologyText::namespace);
    Set<Kind> kinds = values(query, KIND, latest.words()::kind);
    Page.limit(query);
    if (latest.tag().isHeldBy(context)) {
      latest.tag().answers(context);
      return;
    }
    RecentFindings.Found found = found(latest);
    Question question = latest.of(found.topology());
    Findings findings = found.findings();
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

  private RecentFindings.Found found(Question question) {
    Session session = question.session();
    RecentFindings findings =
        question.viewer().equals(Viewer.EVERYTHING)
            ? recent.computeIfAbsent(
                session, _ -> new RecentFindings(Viewer.EVERYTHING, System::nanoTime))
            : new RecentFindings(question.viewer(), System::nanoTime);
    List<Finding> documents =
        question.viewer().equals(Viewer.EVERYTHING)
            ? DocumentFindings.of(session.rejections())
            : List.of();
    return findings.of(question.topology(), session.world(), documents);
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
