package io.kubilitics.cli;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.check.Code;
import io.kubilitics.check.Findings;
import io.kubilitics.check.WorldMode;
import io.kubilitics.model.Finding;
import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Viewer;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.Session;
import io.kubilitics.source.Origins;
import io.kubilitics.source.Overlay;
import io.kubilitics.source.Place;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.topology.Topology;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
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
  private static final String AGAINST = "--against";
  private static final String FAIL_ON = "--fail-on";
  private static final String OUTPUT = "--output";
  private static final String NAMESPACE = "--namespace";
  private static final String NEVER = "never";
  private static final List<String> FORMATS = List.of("table", "json", "sarif");
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
            "helm template shop/ | kubilitics check - --against demo",
            "kubilitics check manifests/ -o sarif > findings.sarif");
    SourceArgument.describe(spec, false);
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
            "Lay the manifests over this source and look for what they refer to in both.",
            List.of(),
            AGAINST));
    spec.addOption(
        Options.value(
            "LEVEL",
            "End with 1 when anything of this level or worse is found: error when not given,"
                + " warning, or never.",
            LEVELS,
            FAIL_ON));
    spec.addOption(
        Options.value(
            "FORMAT",
            "table, json or sarif; a table on a terminal and json otherwise when not given.",
            FORMATS,
            "-o",
            OUTPUT));
    spec.addOption(
        Options.values(
            "NAMESPACE", "Only objects of these namespaces.", List.of(), "-n", NAMESPACE));
    return spec;
  }

  @Override
  public int run(ParseResult given) throws IOException, InterruptedException {
    String text = SourceArgument.given(given).getFirst();
    @Nullable String against = Options.one(given, AGAINST);
    SourceArgument.checkStdinOnce(text, against);
    @Nullable WorldMode wanted = world(given);
    String failOn = choice(given, FAIL_ON, LEVELS, "error");
    String format = choice(given, OUTPUT, FORMATS, shell.outIsTerminal() ? "table" : "json");
    Set<String> namespaces = new LinkedHashSet<>(Options.split(given, NAMESPACE));
    Instant now = shell.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    Catalogue known = catalogue.get().forCluster();
    Origins origins = new Origins(SourceArgument.still(text, known, shell, now));
    try (Session session =
        Session.open(
            SourceArgument.cluster(text),
            text,
            source(origins, against, known, now),
            known,
            Clock.fixed(now, ZoneOffset.UTC))) {
      Topology topology = read(session);
      WorldMode world = wanted != null ? wanted : usual(session);
      CheckReport report = report(topology, origins, world, filter(origins, against, namespaces));
      write(report, format, world);
      boolean fails =
          !failOn.equals(NEVER)
              && report.findings().isAny(failOn.equals("error") ? Level.ERROR : Level.WARNING);
      return fails ? ExitCode.FINDINGS : ExitCode.DONE;
    }
  }

  private ResourceSource source(
      Origins origins, @Nullable String against, Catalogue known, Instant now) {
    return against == null
        ? origins
        : new Overlay(origins, SourceArgument.still(against, known, shell, now));
  }

  /// Waits for the whole source. What could not be read is found, not said, unless that is all
  /// there is.
  private Topology read(Session session) throws InterruptedException {
    try (Progress _ = Progress.of(shell, session.description(), session::received)) {
      return session.awaitReady();
    } catch (ProblemException e) {
      RejectionList.print(session.rejections(), shell.err());
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
      Origins origins, @Nullable String against, Set<String> namespaces) {
    Predicate<Finding> isOfUpper =
        finding ->
            against == null
                || origins.holds(finding.object())
                || finding.code().equals(Code.KUB003.name());
    Predicate<Finding> isInNamespace =
        finding -> namespaces.isEmpty() || namespaces.contains(finding.object().namespace());
    return isOfUpper.and(isInNamespace).or(CheckReport::isOfDocument);
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

  /// Manifests are a part of a world; anything else is the whole of it.
  private static WorldMode usual(Session session) {
    return session.isWhole() ? WorldMode.CLOSED : WorldMode.OPEN;
  }

  private static String choice(
      ParseResult given, String option, List<String> words, String otherwise) {
    @Nullable String word = Options.one(given, option);
    return word == null ? otherwise : Options.choice(option, word, words, text -> text);
  }
}
