package io.kubilitics.cli;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.ResourceId;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Topology;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// Turns arguments into objects of a topology: ids, or kubectl's words with `--namespace`.
record ObjectArgument(Words words, String namespace, Topology topology) {
  private static final String NAMESPACE = "--namespace";

  /// Adds one to a command, and with the first the option for the namespace.
  static void describe(CommandSpec spec, String index, String label, String text) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .index(index)
            .arity("1")
            .required(false)
            .paramLabel(label)
            .type(String.class)
            .description(text)
            .build());
    if (spec.findOption(NAMESPACE) == null) {
      spec.addOption(
          Options.value(
              "NAMESPACE",
              "The namespace of objects that are given without one: default when not given.",
              List.of(),
              "-n",
              NAMESPACE));
    }
  }

  static ObjectArgument of(ParseResult given, Catalogue known, Topology topology) {
    @Nullable String namespace = Options.one(given, NAMESPACE);
    return new ObjectArgument(
        new Words(known), namespace == null ? Words.DEFAULT_NAMESPACE : namespace, topology);
  }

  ResourceId read(String label, String text) {
    return Options.read(
        label, text, word -> words.object(word, namespace, () -> StillReading.kinds(topology)));
  }

  static int find(Network network, ResourceId id) {
    int handle = network.find(id);
    if (handle == Network.NOBODY) {
      throw new ProblemException(new Problem.NotFound(id.toString()));
    }
    return handle;
  }
}
