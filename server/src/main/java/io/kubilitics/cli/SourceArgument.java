package io.kubilitics.cli;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.ClusterId;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.demo.DemoSource;
import io.kubilitics.source.demo.DemoSpec;
import io.kubilitics.source.manifest.ManifestSource;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// What a user calls a source: a path, `-`, or `demo[:objects[:seed]]`.
final class SourceArgument {
  static final String DEMO = "demo";

  private SourceArgument() {}

  /// Adds the argument to a command.
  ///
  /// @param several whether there may be any number of them, or must be one
  static void describe(CommandSpec spec, boolean several) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .index(several ? "0..*" : "0")
            .arity(several ? "0..*" : "1")
            .required(!several)
            .paramLabel("SOURCE")
            .type(several ? File[].class : File.class)
            .auxiliaryTypes(File.class)
            .description(
                "A file or a folder of YAML and JSON, - for stdin, or demo[:OBJECTS[:SEED]].")
            .build());
  }

  /// Adds two of them to a command, the old one and the new one.
  static void describeTwo(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0..1")
            .arity("2")
            .required(true)
            .paramLabel("SOURCE")
            .type(File[].class)
            .auxiliaryTypes(File.class)
            .description(
                "Twice: a file or a folder of YAML and JSON, - for stdin, or"
                    + " demo[:OBJECTS[:SEED]].")
            .build());
  }

  /// The sources as they were written.
  static List<String> given(ParseResult given) {
    return given.matchedPositionals().stream()
        .flatMap(argument -> argument.originalStringValues().stream())
        .toList();
  }

  /// Refuses to read stdin for two sources.
  ///
  /// @throws io.kubilitics.problem.ProblemException when both are `-`
  static void checkStdinOnce(String one, @Nullable String other) {
    if (one.equals(ManifestSource.STDIN) && ManifestSource.STDIN.equals(other)) {
      throw Options.bad("-", "given twice, but stdin can be read only once");
    }
  }

  /// Refuses to read stdin more than once.
  ///
  /// @throws io.kubilitics.problem.ProblemException when several are `-`
  static void checkStdinOnce(List<String> sources) {
    int readers = Collections.frequency(sources, ManifestSource.STDIN);
    if (readers > 1) {
      throw Options.bad("-", "given " + readers + " times, but stdin can be read only once");
    }
  }

  /// The name of the cluster in data that is written once. It says nothing of where manifests come
  /// from: the same objects give the same bytes.
  static ClusterId cluster(String text) {
    return new ClusterId(DemoSpec.isMeantBy(text) ? DEMO : "manifests");
  }

  /// A name to tell it from others that are open: `demo`, `stdin`, or the last part of the path.
  static String shortName(String text) {
    if (DemoSpec.isMeantBy(text)) {
      return DEMO;
    }
    if (text.equals(ManifestSource.STDIN)) {
      return "stdin";
    }
    Path name = path(text).toAbsolutePath().normalize().getFileName();
    return name == null ? "root" : name.toString();
  }

  /// A name of its own for each, in the order given.
  static Map<ClusterId, String> named(List<String> sources) {
    Map<ClusterId, String> named = new LinkedHashMap<>();
    for (String text : sources) {
      String name = shortName(text);
      ClusterId cluster = new ClusterId(name);
      for (int number = 2; named.containsKey(cluster); number++) {
        cluster = new ClusterId(name + "-" + number);
      }
      named.put(cluster, text);
    }
    return named;
  }

  /// Refuses what can be refused without reading.
  ///
  /// @throws ProblemException when there is nothing to read
  static void check(String text) {
    if (DemoSpec.isMeantBy(text)) {
      DemoSpec.parse(text);
    } else if (!text.equals(ManifestSource.STDIN) && !Files.exists(path(text))) {
      throw new ProblemException(new Problem.Unreadable(text, "no such file or folder"));
    }
  }

  /// What it is at one instant.
  ///
  /// @param catalogue of this cluster alone
  /// @throws ProblemException when there is nothing to read
  static ResourceSource still(String text, Catalogue catalogue, Shell shell, Instant asOf) {
    return DemoSpec.isMeantBy(text)
        ? DemoSource.still(DemoSpec.parse(text), catalogue, asOf)
        : manifests(text, catalogue, shell);
  }

  /// What it is at one instant, bodies too.
  ///
  /// @param catalogue of this cluster alone
  /// @throws ProblemException when there is nothing to read
  static ResourceSource stillWithBodies(
      String text, Catalogue catalogue, Shell shell, Instant asOf) {
    return DemoSpec.isMeantBy(text)
        ? DemoSource.still(DemoSpec.parse(text), catalogue, asOf)
        : manifests(text, catalogue, shell).withBodies(catalogue::bodies);
  }

  /// What it is from now on.
  ///
  /// @param catalogue of this cluster alone
  /// @throws ProblemException when there is nothing to read
  static ResourceSource alive(String text, Catalogue catalogue, Shell shell) {
    return DemoSpec.isMeantBy(text)
        ? DemoSource.alive(
            DemoSpec.parse(text), catalogue, shell.clock().instant(), DemoSource.USUAL_PACE)
        : manifests(text, catalogue, shell).withBodies(catalogue::bodies);
  }

  private static ManifestSource manifests(String text, Catalogue catalogue, Shell shell) {
    return text.equals(ManifestSource.STDIN)
        ? ManifestSource.ofStdin(shell.in(), catalogue)
        : ManifestSource.of(path(text), catalogue);
  }

  private static Path path(String text) {
    if (text.isEmpty()) {
      throw Options.bad("SOURCE", "is empty: give a file, a folder, - for stdin, or " + DEMO);
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new ProblemException(new Problem.Unreadable(text, "is no path: " + e.getReason()));
    }
  }
}
