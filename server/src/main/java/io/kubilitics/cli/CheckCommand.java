package io.kubilitics.cli;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.check.Code;
import io.kubilitics.check.Findings;
import io.kubilitics.check.WorldMode;
import io.kubilitics.model.Finding;
import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Viewer;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.DocumentFindings;
import io.kubilitics.session.Session;
import io.kubilitics.source.Origins;
import io.kubilitics.source.Overlay;
import io.kubilitics.source.Place;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.topology.Topology;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `check`: reads a source and says what is wrong in it.
final class CheckCommand implements Command {
  private static final String WORLD = "--world";
  static final String AGAINST = "--against";
  private static final String FAIL_ON = "--fail-on";
  private static final String NEVER = "never";
  private static final List<String> FORMATS =
      List.of(FormatOption.TABLE, FormatOption.JSON, "sarif");
  private static final List<String> WORLDS = List.of("open", "closed");
  private static final List<String> LEVELS = List.of("error", "warning", NEVER);

  private final Shell shell;
  private final Supplier<Catalogue> catalogue;

  CheckCommand(Shell shell, Supplier<Catalogue> catalogue) {
    this.shell = shell;
    this.catalogue = catalogue;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "check",
            "Say what is wrong in a source: references that lead nowhere, selectors that match"
                + " nothing, and more.",
            "kubilitics check manifests/",
            "kubilitics check manifests/ --world closed --fail-on warning",
            "kubilitics check --context prod",
            "helm template shop/ | kubilitics check - --context prod",
            "kubilitics check manifests/ -o sarif > findings.sarif");
    SourceArguments.describeWithWorld(spec);
    spec.addOption(
        Options.value(
            "WORLD",
            "open: what is not in the source may be elsewhere; closed: the source is all there is."
                + " Open for manifests when not given.",
            WORLDS,
            WORLD));
    spec.addOption(
        Options.value(
            "SOURCE",
            "Lay the manifests over this source and look for what they refer to in both; for a"
                + " cluster give --context.",
            List.of(),
            AGAINST));
    spec.addOption(
        Options.value(
            "LEVEL",
            "End with 1 when anything of this level or worse is found: error when not given,"
                + " warning, or never.",
            LEVELS,
            FAIL_ON));
    FormatOption.describe(spec, FORMATS);
    NamespaceOption.describe(spec, "Only objects of these namespaces.");
    return spec;
  }

  @Override
  public int run(ParseResult given) throws IOException, InterruptedException {
    CheckSources sources = CheckSources.of(given, shell);
    SourceArgument upper = sources.upper();
    @Nullable SourceArgument against = sources.against();
    @Nullable WorldMode wanted = world(given);
    String failOn = choice(given, FAIL_ON, LEVELS, "error");
    String format = FormatOption.of(given, FORMATS, shell);
    Set<String> namespaces = NamespaceOption.of(given);
    StillReading reading = StillReading.now(shell);
    Catalogue known = catalogue.get().forCluster();
    Origins origins = new Origins(upper.still(known, shell, reading.asOf()));
    ResourceSource source =
        against == null
            ? origins
            : new Overlay(origins, against.still(known, shell, reading.asOf()));
    try (Session session = reading.open(upper.cluster(), sources.text(), source, known)) {
      Topology topology = read(session, reading, against);
      WorldMode world = wanted != null ? wanted : session.world();
      CheckReport report =
          report(topology, origins, world, filter(origins, against != null, namespaces));
      write(report, format, world);
      boolean fails =
          !failOn.equals(NEVER)
              && report.findings().isAny(failOn.equals("error") ? Level.ERROR : Level.WARNING);
      return fails ? ExitCode.FINDINGS : ExitCode.DONE;
    }
  }

  /// Waits for the whole source. What could not be read is found, not said, unless that is all
  /// there is.
  private Topology read(Session session, StillReading reading, @Nullable SourceArgument against)
      throws InterruptedException {
    try {
      return reading.awaitQuietly(session);
    } catch (ProblemException e) {
      RejectionList.print(session.rejections(), shell.err());
      if (against instanceof ContextArgument) {
        String name = Plain.text(against.text());
        shell.err().println("kubilitics check: nothing could be checked against " + name);
      }
      throw e;
    }
  }

  private static CheckReport report(
      Topology topology, Origins origins, WorldMode world, Predicate<Finding> wanted) {
    Map<Finding, Place> documents = CheckReport.ofDocuments(origins);
    Findings findings = Findings.of(topology, Viewer.EVERYTHING, world, documents.keySet(), wanted);
    return new CheckReport(
        findings, new CheckReport.Places(origins, documents), origins.objectCount());
  }

  /// Laid over something else, only the upper objects are spoken of, and the namespaces they lack.
  private static Predicate<Finding> filter(
      Origins origins, boolean isLaidOver, Set<String> namespaces) {
    Predicate<Finding> isOfUpper =
        finding ->
            !isLaidOver
                || origins.holds(finding.object())
                || finding.code().equals(Code.KUB003.name());
    Predicate<Finding> isInNamespace =
        finding -> namespaces.isEmpty() || namespaces.contains(finding.object().namespace());
    return isOfUpper.and(isInNamespace).or(DocumentFindings::isOfDocument);
  }

  private void write(CheckReport report, String format, WorldMode world) throws IOException {
    switch (format) {
      case "json" -> CheckJson.write(report, world, shell.out());
      case "sarif" -> SarifDocument.write(report, shell.out());
      default -> new CheckTable(report, shell.coloursOut(), shell.out()).write();
    }
  }

  private static @Nullable WorldMode world(ParseResult given) {
    @Nullable String word = Options.one(given, WORLD);
    return word == null
        ? null
        : Options.choice(WORLD, word, List.of(WorldMode.values()), WorldMode::text);
  }

  private static String choice(
      ParseResult given, String option, List<String> words, String otherwise) {
    @Nullable String word = Options.one(given, option);
    return word == null ? otherwise : Options.choice(option, word, words, text -> text);
  }
}
