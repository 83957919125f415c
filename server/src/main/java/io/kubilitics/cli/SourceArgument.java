package io.kubilitics.cli;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.ClusterId;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.manifest.ManifestSource;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// What a user calls a source: a path, `-`, or `demo[:objects[:seed]]`.
final class SourceArgument {
  private SourceArgument() {}

  /// The name of the cluster in data that is written once. It says nothing of where manifests come
  /// from: the same objects give the same bytes.
  static ClusterId cluster(String text) {
    return new ClusterId("manifests");
  }

  /// Adds the argument to a command.
  ///
  /// @param arity how many there may be, as picocli writes it
  static void describe(CommandSpec spec, String arity) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0" + (arity.equals("1") ? "" : "..*"))
            .arity(arity)
            .paramLabel("SOURCE")
            .type(File[].class)
            .auxiliaryTypes(File.class)
            .description(
                "A file or a folder of YAML and JSON, - for stdin, or demo[:OBJECTS[:SEED]].")
            .build());
  }

  /// The sources as they were written.
  static List<String> given(ParseResult given) {
    return given.matchedPositionals().stream()
        .flatMap(argument -> argument.originalStringValues().stream())
        .toList();
  }

  /// @throws io.kubilitics.problem.ProblemException when there is nothing to read
  static ResourceSource source(String text, Catalogue catalogue, Shell shell, Instant asOf) {
    if (text.equals(ManifestSource.STDIN)) {
      return ManifestSource.ofStdin(shell.in(), () -> catalogue.extractor()::read);
    }
    return ManifestSource.of(Path.of(text), () -> catalogue.extractor()::read);
  }
}
