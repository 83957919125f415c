package io.kubilitics.cli;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.check.WorldMode;
import io.kubilitics.diff.Comparison;
import io.kubilitics.diff.Scope;
import io.kubilitics.diff.Side;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Viewer;
import io.kubilitics.session.Session;
import io.kubilitics.source.demo.DemoSpec;
import io.kubilitics.topology.Topology;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `diff`: reads two sources and says in what they differ.
final class DiffCommand implements Command {
  private static final String OUTPUT = "--output";
  private static final List<String> FORMATS = List.of("table", "json");

  private final Shell shell;
  private final Supplier<Catalogue> catalogue;

  /// @param catalogue makes one for each source, as each may define kinds of its own
  DiffCommand(Shell shell, Supplier<Catalogue> catalogue) {
    this.shell = shell;
    this.catalogue = catalogue;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "diff",
            "Say in what two sources differ: objects, fields, relations, findings. Of manifests and"
                + " a cluster only what the manifests set is compared.",
            "kubilitics diff before/ after/",
            "kubilitics diff manifests/ demo",
            "helm template shop/ | kubilitics diff manifests/ - -o json");
    SourceArgument.describeTwo(spec);
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
    List<String> sources = SourceArgument.given(given);
    String before = sources.getFirst();
    String after = sources.getLast();
    SourceArgument.checkStdinOnce(before, after);
    @Nullable String format = Options.one(given, OUTPUT);
    boolean table =
        format == null
            ? shell.outIsTerminal()
            : Options.choice(OUTPUT, format, FORMATS, text -> text).equals("table");
    Instant now = shell.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    try (Session left = open("left", before, now);
        Session right = open("right", after, now)) {
      Side leftSide = side(left, before);
      Side rightSide = side(right, after);
      Scope scope = scope(before, after);
      Comparison comparison = new Comparison(leftSide, rightSide, scope, Viewer.EVERYTHING);
      long differences =
          table
              ? new DiffTable(shell.coloursOut(), shell.out()).write(comparison)
              : DiffJson.write(before, after, scope, comparison, shell.out());
      if (differences == 0) {
        shell.err().println("kubilitics diff: no differences");
      }
      return differences == 0 ? ExitCode.DONE : ExitCode.FINDINGS;
    }
  }

  private Session open(String name, String source, Instant now) {
    Catalogue known = catalogue.get();
    return Session.open(
        new ClusterId(name),
        source,
        SourceArgument.stillWithBodies(source, known, shell, now),
        known,
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private Side side(Session session, String source) throws InterruptedException {
    return new Side(
        read(session),
        id -> session.body(id, Viewer.EVERYTHING),
        session.catalogue(),
        isManifests(source) ? WorldMode.OPEN : WorldMode.CLOSED);
  }

  /// Waits for the whole source, and names what in it could not be read.
  private Topology read(Session session) throws InterruptedException {
    try (Progress _ = Progress.of(shell, session.description(), session::received)) {
      return session.awaitReady();
    } finally {
      RejectionList.print(session.rejections(), shell.err());
    }
  }

  /// Manifests say only what they want; what a cluster has beyond that is no difference.
  private static Scope scope(String before, String after) {
    if (isManifests(before) == isManifests(after)) {
      return Scope.ALL;
    }
    return isManifests(before) ? Scope.LEFT : Scope.RIGHT;
  }

  private static boolean isManifests(String source) {
    return !DemoSpec.isMeantBy(source);
  }
}
