package io.kubilitics.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// The option that names namespaces: repeatable, and several with commas between them.
final class NamespaceOption {
  private static final String NAMESPACE = "--namespace";

  private NamespaceOption() {}

  /// Adds the option to a command.
  ///
  /// @param description what of these namespaces is meant
  static void describe(CommandSpec spec, String description) {
    spec.addOption(Options.values("NAMESPACE", description, List.of(), "-n", NAMESPACE));
  }

  /// The namespaces in the order given, none when all are meant.
  ///
  /// @throws io.kubilitics.problem.ProblemException when one is empty
  static Set<String> of(ParseResult given) {
    Set<String> namespaces = new LinkedHashSet<>(Options.split(given, NAMESPACE));
    if (namespaces.contains("")) {
      throw Options.bad(NAMESPACE, "a namespace is empty");
    }
    return namespaces;
  }
}
