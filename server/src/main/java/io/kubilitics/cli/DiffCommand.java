package io.kubilitics.cli;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.check.WorldMode;
import io.kubilitics.diff.Comparison;
import io.kubilitics.diff.Coverage;
import io.kubilitics.diff.Scope;
import io.kubilitics.diff.Side;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Viewer;
import io.kubilitics.session.Session;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `diff`: reads two sources and says in what they differ.
final class DiffCommand implements Command {
  private static final List<String> FORMATS = List.of(FormatOption.TABLE, FormatOption.JSON);
  private static final String FINDINGS_NOT_COMPARED =
      "findings not compared, because not the same kinds could be read on both sides";

  private final Shell shell;
  private final Supplier<Catalogue> catalogue;

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
                + " a cluster only what the manifests set is compared, without findings.",
            "kubilitics diff before/ after/",
            "kubilitics diff manifests/ --context prod",
            "kubilitics diff --context staging --context prod -n shop",
            "helm template shop/ | kubilitics diff manifests/ - -o json");
    SourceArguments.describeTwo(spec);
    NamespaceOption.describe(
        spec, "Only objects of these namespaces, with their relations and findings.");
    FormatOption.describe(spec, FORMATS);
    return spec;
  }

  @Override
  public int run(ParseResult given) throws IOException, InterruptedException {
    List<SourceArgument> sources = SourceArguments.two(given, shell);
    SourceArgument before = sources.getFirst();
    SourceArgument after = sources.getLast();
    SourceArguments.checkStdinOnce(sources);
    sources.forEach(SourceArgument::check);
    String format = FormatOption.of(given, FORMATS, shell);
    Set<String> namespaces = NamespaceOption.of(given);
    StillReading reading = StillReading.now(shell);
    try (Session left = open("left", before, reading);
        Session right = open("right", after, reading)) {
      Side leftSide = side(left, reading);
      Side rightSide = side(right, reading);
      Scope scope = scope(left.world(), right.world());
      Comparison comparison =
          new Comparison(leftSide, rightSide, scope, Viewer.EVERYTHING, namespaces);
      Coverage coverage = comparison.coverage();
      long differences =
          format.equals(FormatOption.TABLE)
              ? new DiffTable(shell.coloursOut(), shell.out()).write(comparison)
              : DiffJson.write(
                  before.text(),
                  after.text(),
                  scope,
                  comparison,
                  coverage.unanswered(),
                  shell.out());
      if (scope == Scope.ALL && !comparison.comparesFindings()) {
        shell.err().println("kubilitics diff: " + FINDINGS_NOT_COMPARED);
      }
      DiffVerdict verdict =
          new DiffVerdict(differences, coverage, isAllKnown(leftSide) && isAllKnown(rightSide));
      verdict.lines(namespaces).forEach(line -> shell.err().println("kubilitics diff: " + line));
      return verdict.exitCode();
    }
  }

  private static boolean isAllKnown(Side side) {
    return UnknownKinds.of(side.topology()).text().isEmpty();
  }

  private Session open(String name, SourceArgument source, StillReading reading) {
    Catalogue known = catalogue.get().forCluster();
    return reading.open(
        new ClusterId(name),
        source.text(),
        source.stillWithBodies(known, shell, reading.asOf()),
        known);
  }

  private static Side side(Session session, StillReading reading) throws InterruptedException {
    return new Side(
        reading.await(session),
        id -> session.body(id, Viewer.EVERYTHING),
        session.catalogue(),
        session.world());
  }

  /// Manifests say only what they want; what a cluster has beyond that is no difference.
  private static Scope scope(WorldMode left, WorldMode right) {
    if (left == right) {
      return Scope.ALL;
    }
    return left == WorldMode.OPEN ? Scope.LEFT : Scope.RIGHT;
  }
}
