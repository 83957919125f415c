package io.kubilitics.api;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.kubilitics.access.Access;
import io.kubilitics.access.Caller;
import io.kubilitics.access.Route;
import io.kubilitics.export.ExportFormat;
import io.kubilitics.export.Heading;
import io.kubilitics.export.svg.SheetOptions;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Theme;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.map.Cartographer;
import io.kubilitics.session.map.MapView;
import io.kubilitics.topology.Selection;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Maps as files. A browser that downloads one sends no header of ours, so it is given a ticket
/// first, which opens that one file once.
final class ExportRoutes {
  private static final int AT_ONCE = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /// What a ticket opens.
  private record Order(String cluster, QueryText query, Caller caller) {}

  private final Attached attached;
  private final Semaphore free = new Semaphore(AT_ONCE, true);
  private final Tickets<Order> tickets;
  private final String downloads;

  ExportRoutes(Attached attached, String base) {
    this(attached, base, InstantSource.system());
  }

  ExportRoutes(Attached attached, String base, InstantSource clock) {
    this.attached = attached;
    this.tickets = new Tickets<>(clock);
    this.downloads = base + "/downloads/";
  }

  List<Endpoint> endpoints(String base) {
    String export = base + "/clusters/{cluster}/export";
    return List.of(
        Endpoint.of(Route.get(export, Access.READER), this::export, ExportText.PARAMETERS),
        Endpoint.of(Route.post(export, Access.READER), this::order, ExportText.PARAMETERS),
        Endpoint.of(Route.get(downloads + "{ticket}", Access.TICKET), this::download));
  }

  private void export(Context context, QueryText query, Caller caller) throws Exception {
    answer(question(context, new Order(context.pathParam("cluster"), query, caller)), true);
  }

  private void order(Context context, QueryText query, Caller caller) throws IOException {
    Order order = new Order(context.pathParam("cluster"), query, caller);
    Question question = question(context, order);
    check(question);
    Tickets.Ticket ticket = tickets.issue(order);
    context.header("Cache-Control", "no-store");
    question.write(
        "DownloadTicket",
        json -> {
          json.writeStringField("path", downloads + ticket.text());
          json.writeStringField("expiresAt", ticket.expiresAt().toString());
        },
        json -> {});
  }

  /// Refuses now what would be refused when the ticket is used.
  private static void check(Question question) {
    DrawingText.query(question.query(), question.words());
    DrawingText.arrange(question.query());
    if (ExportText.format(question.query()).isPicture()) {
      Picture.of(question.query());
    }
  }

  private void download(Context context, QueryText query, Caller caller) throws Exception {
    String text = context.pathParam("ticket");
    boolean onlyLooks = context.method().equals(HandlerType.HEAD);
    Order order =
        (onlyLooks ? tickets.peek(text) : tickets.redeem(text))
            .orElseThrow(() ->
                new ProblemException(
                    new Problem.Forbidden(
                        "this download", "the ticket was used, is too old, or never was one")));
    context.header("Cache-Control", "no-store");
    answer(question(context, order), false);
  }

  private Question question(Context context, Order order) {
    return Question.of(attached, order.cluster(), context, order.query(), order.caller());
  }

  /// How a picture is to look.
  private record Picture(MapView view, Theme theme, SheetOptions sheet) {
    static Picture of(QueryText query) {
      return new Picture(DrawingText.view(query), ExportText.theme(query), ExportText.sheet(query));
    }
  }

  /// @param tagged whether the caller may come back for the same
  private void answer(Question question, boolean tagged) throws IOException, InterruptedException {
    ExportFormat format = ExportText.format(question.query());
    if (!free.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new ProblemException(new Problem.Busy("an export", PAUSE));
    }
    try {
      if (format.isPicture()) {
        picture(question, format, tagged);
      } else {
        data(question, format, tagged);
      }
    } finally {
      free.release();
    }
  }

  private void picture(Question question, ExportFormat format, boolean tagged)
      throws IOException, InterruptedException {
    Context context = question.context();
    Picture picture = Picture.of(question.query());
    Drawn drawn = Drawn.of(question, attached.atlas());
    EntityTag tag =
        EntityTag.of(
            question.streamEpoch(),
            drawn.version(),
            question.caller(),
            context.path(),
            question.query().canonical());
    if (tagged && tag.isHeldBy(context)) {
      tag.answers(context);
      return;
    }
    Drawing drawing = Cartographer.draw(List.of(drawn.subject()), picture.view());
    if (tagged && tag.answers(context)) {
      return;
    }
    attach(question, "-" + drawing.level().number() + "." + format.extension());
    Answer.stream(
        context,
        format.mediaType(),
        out -> format.paint(drawing, picture.theme(), picture.sheet(), out));
  }

  private static void data(Question question, ExportFormat format, boolean tagged)
      throws IOException {
    EntityTag tag = question.tag();
    if (tagged && tag.isHeldBy(question.context())) {
      tag.answers(question.context());
      return;
    }
    Selection selection =
        question
            .topology()
            .select(
                DrawingText.query(question.query(), question.words()).part(), question.viewer());
    if (tagged && tag.answers(question.context())) {
      return;
    }
    Heading heading = question.heading();
    attach(question, "." + format.extension());
    Answer.stream(
        question.context(),
        format.mediaType(),
        out -> format.data().write(heading, selection, question.relations(), out));
  }

  /// A file of a cluster's texts is nothing a browser should show as a page of ours.
  private static void attach(Question question, String ending) {
    question
        .context()
        .header(
            "Content-Disposition",
            DownloadName.attachment(question.session().cluster().value(), ending));
    question.context().header("Content-Security-Policy", "sandbox");
  }
}
