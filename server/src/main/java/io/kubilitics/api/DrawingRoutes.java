package io.kubilitics.api;

import io.javalin.http.Context;
import io.kubilitics.access.Access;
import io.kubilitics.access.Caller;
import io.kubilitics.access.Route;
import io.kubilitics.export.DrawingDocument;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.Session;
import io.kubilitics.session.map.Arrange;
import io.kubilitics.session.map.Cartographer;
import io.kubilitics.session.map.LivingMap;
import io.kubilitics.session.map.MapView;
import io.kubilitics.session.map.Subject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// The geometry of maps.
final class DrawingRoutes {
  private static final String CLUSTER = "cluster";
  private static final int MOST_CLUSTERS = 20;

  private final Attached attached;

  DrawingRoutes(Attached attached) {
    this.attached = attached;
  }

  List<Endpoint> endpoints(String base) {
    String drawing = base + "/clusters/{cluster}/drawing";
    return List.of(
        Endpoint.of(Route.get(drawing, Access.READER), this::one, DrawingText.OF_ONE),
        Endpoint.of(
            Route.get(base + "/drawing", Access.READER),
            this::several,
            DrawingText.joined(DrawingText.PARAMETERS, CLUSTER)),
        Endpoint.of(Route.post(drawing + "/tidy", Access.WRITER), this::tidy, DrawingText.GROUP));
  }

  private void one(Context context, QueryText query, Caller caller) throws Exception {
    answer(
        context,
        query,
        caller,
        List.of(Drawn.of(Question.of(attached, context, query, caller), attached.atlas())));
  }

  private void several(Context context, QueryText query, Caller caller) throws Exception {
    List<Drawn> all = new ArrayList<>();
    for (String name : clusters(query)) {
      all.add(Drawn.of(Question.of(attached, name, context, query, caller), attached.atlas()));
    }
    answer(context, query, caller, all);
  }

  private static List<String> clusters(QueryText query) {
    List<String> names = query.all(CLUSTER, Function.identity());
    Set<String> different = new HashSet<>(names);
    if (names.isEmpty() || names.size() > MOST_CLUSTERS || different.size() < names.size()) {
      throw DrawingText.meaningless(
          CLUSTER, "name 1 to " + MOST_CLUSTERS + " clusters, each of them once");
    }
    return names;
  }

  private void answer(Context context, QueryText query, Caller caller, List<Drawn> all)
      throws IOException, InterruptedException {
    MapView view = DrawingText.view(query);
    EntityTag tag =
        EntityTag.of(
            attached.streamEpoch(),
            all.stream().map(Drawn::version).toList(),
            caller,
            context.path(),
            query.canonical(CLUSTER));
    if (tag.isHeldBy(context)) {
      tag.answers(context);
      return;
    }
    List<Subject> subjects = new ArrayList<>();
    for (Drawn each : all) {
      subjects.add(each.subject());
    }
    Drawing drawing = Cartographer.draw(subjects, view);
    if (tag.answers(context)) {
      return;
    }
    boolean keeps = all.stream().allMatch(each -> each.arrange() == Arrange.KEEP);
    String arrange = (keeps ? Arrange.KEEP : Arrange.FRESH).text();
    Answer.stream(
        context,
        Answer.JSON_TYPE,
        out -> DrawingDocument.write(drawing, streamEpoch(all), arrange, out));
  }

  /// Of several clusters it is that of the server.
  private String streamEpoch(List<Drawn> all) {
    return all.size() == 1 ? all.getFirst().question().streamEpoch() : attached.streamEpoch();
  }

  private void tidy(Context context, QueryText query, Caller caller) throws Exception {
    Question question = Question.of(attached, context, query, caller);
    Arrangement arrangement = DrawingText.arrangement(query);
    Session session = question.session();
    if (!attached.atlas().lives(session)) {
      throw new ProblemException(
          new Problem.Conflict("cluster " + session.cluster(), "has not been read yet"));
    }
    LivingMap map = attached.atlas().of(session).tidy(arrangement);
    question
        .of(map.topology())
        .write(
            "Map",
            json -> {
              json.writeStringField("group", arrangement.text());
              json.writeNumberField("epoch", map.plan().epoch());
            },
            json -> {});
  }
}
