package io.kubilitics.cli;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.export.ElementJson;
import io.kubilitics.export.PathJson;
import io.kubilitics.model.Edge;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.session.Session;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.query.Path;
import io.kubilitics.topology.query.Paths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `path`: reads a source and says how two of its objects hang together.
final class PathCommand implements Command {
  private static final String OUTPUT = "--output";
  private static final String LIMIT = "--limit";
  private static final int USUAL = 3;
  private static final List<String> FORMATS = List.of("table", "json");

  private final Shell shell;
  private final Supplier<Catalogue> catalogue;

  PathCommand(Shell shell, Supplier<Catalogue> catalogue) {
    this.shell = shell;
    this.catalogue = catalogue;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "path",
            "Say how two objects of a source hang together: the shortest ways along its relations,"
                + " each step with the field it was read from.",
            "kubilitics path manifests/ Ingress.networking.k8s.io/shop/web Secret/shop/db",
            "kubilitics path manifests/ deploy/cart svc/cart -n shop",
            "kubilitics path demo deploy/cart node/worker-1 -n shop -o json");
    SourceArgument.describe(spec, false);
    ObjectArgument.describe(
        spec, "1", "FROM", "An object: Deployment.apps/shop/cart, or deploy/cart with -n.");
    ObjectArgument.describe(spec, "2", "TO", "Another object.");
    spec.addOption(
        Options.value(
            "N",
            "How many ways at most: 1 to %d, %d when not given.".formatted(Paths.MOST, USUAL),
            List.of(),
            LIMIT));
    spec.addOption(
        Options.value(
            "FORMAT",
            "table or json; a table on a terminal and json otherwise when not given.",
            FORMATS,
            "-o",
            OUTPUT));
    return spec;
  }

  @Override
  public int run(ParseResult given) throws IOException, InterruptedException {
    List<String> arguments = SourceArgument.given(given);
    String text = arguments.getFirst();
    @Nullable String limit = Options.one(given, LIMIT);
    int most = limit == null ? USUAL : Options.number(LIMIT, limit, 1, Paths.MOST);
    @Nullable String format = Options.one(given, OUTPUT);
    boolean table =
        format == null
            ? shell.outIsTerminal()
            : Options.choice(OUTPUT, format, FORMATS, word -> word).equals("table");
    Instant now = shell.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    Catalogue known = catalogue.get();
    try (Session session =
        Session.open(
            SourceArgument.cluster(text),
            text,
            SourceArgument.still(text, known, shell, now),
            known,
            shell.clock())) {
      Topology topology = read(session);
      Network network = topology.network(Viewer.EVERYTHING);
      ObjectArgument objects = ObjectArgument.of(given, known, topology);
      ResourceId from = objects.read("FROM", arguments.get(1));
      ResourceId to = objects.read("TO", arguments.get(2));
      Paths paths =
          Paths.between(
              network, ObjectArgument.find(network, from), ObjectArgument.find(network, to), most);
      if (table) {
        writeTable(from, to, paths);
      } else {
        writeJson(from, to, paths, known);
      }
      return paths.paths().isEmpty() ? ExitCode.NOT_FOUND : ExitCode.DONE;
    }
  }

  private Topology read(Session session) throws InterruptedException {
    try (Progress _ = Progress.of(shell, session.description(), session::received)) {
      return session.awaitReady();
    } finally {
      RejectionList.print(session.rejections(), shell.err());
    }
  }

  private void writeTable(ResourceId from, ResourceId to, Paths paths) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path path : paths.paths()) {
      text.append(text.isEmpty() ? "" : "\n").append(Plain.text(from.toString())).append('\n');
      for (Path.Step step : path.steps()) {
        text.append(step.along() ? "  --" : "  <-")
            .append(step.edge().relation())
            .append(step.along() ? "-> " : "-- ")
            .append(Plain.text(step.to().toString()))
            .append("  ")
            .append(Plain.text(remark(step.edge())))
            .append('\n');
      }
    }
    if (paths.paths().isEmpty()) {
      shell.err().println("kubilitics path: " + from + " and " + to + " do not hang together");
    }
    if (!paths.complete()) {
      shell.err().println("kubilitics path: there may be more ways; the search was given up");
    }
    shell.out().write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String remark(Edge edge) {
    String field = edge.evidence().getFirst().evidence().path();
    return switch (edge.state()) {
      case RESOLVED -> field;
      case UNKNOWN, DENIED, STALE, MISSING -> field + " (" + edge.state().text() + ")";
    };
  }

  private void writeJson(ResourceId from, ResourceId to, Paths paths, Catalogue known)
      throws IOException {
    var json = CheckJson.JSON.createGenerator(shell.out());
    json.writeStartObject();
    json.writeStringField("apiVersion", "kubilitics.io/v1");
    json.writeStringField("kind", "PathList");
    json.writeObjectFieldStart("metadata");
    json.writeStringField("from", from.toString());
    json.writeStringField("to", to.toString());
    json.writeBooleanField("complete", paths.complete());
    json.writeEndObject();
    json.writeArrayFieldStart("items");
    for (Path path : paths.paths()) {
      PathJson.write(path, json, new ElementJson(json, known.relations()));
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }
}
