package io.kubilitics.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// The option that says in which format a command answers. When it is not given, people get a table
/// and programs JSON.
final class FormatOption {
  static final String TABLE = "table";
  static final String JSON = "json";

  private static final String OUTPUT = "--output";

  private FormatOption() {}

  /// Adds the option to a command.
  ///
  /// @param formats [#TABLE], [#JSON] and perhaps others
  static void describe(CommandSpec spec, List<String> formats) {
    String last = formats.getLast();
    String others = String.join(", ", formats.subList(0, formats.size() - 1));
    spec.addOption(
        Options.value(
            "FORMAT",
            others + " or " + last + "; a table on a terminal and json otherwise when not given.",
            formats,
            "-o",
            OUTPUT));
  }

  /// The format that is wanted.
  ///
  /// @throws io.kubilitics.problem.ProblemException for a word that is none
  static String of(ParseResult given, List<String> formats, Shell shell) {
    @Nullable String word = Options.one(given, OUTPUT);
    if (word == null) {
      return shell.outIsTerminal() ? TABLE : JSON;
    }
    return Options.choice(OUTPUT, word, formats, text -> text);
  }
}
