package io.kubilitics.cli;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.problem.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// Describes options to picocli as text, and reads what was given for them.
final class Options {
  static final OptionSpec HELP =
      OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help.").build();

  private Options() {}

  /// A command with `--help`, and its examples at the end of it, which are shown as they are:
  /// variables in them belong to the user's shell.
  static CommandSpec command(String name, String summary, String... examples) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage()
        .description(summary)
        .sortOptions(false)
        .showDefaultValues(false)
        .abbreviateSynopsis(true);
    if (examples.length > 0) {
      List<String> footer = new ArrayList<>(List.of("", "Examples:"));
      Arrays.stream(examples)
          .map(example -> "  " + example.replace("${", "$${"))
          .forEach(footer::add);
      spec.usageMessage().footer(footer.toArray(String[]::new));
    }
    return spec.addOption(HELP);
  }

  static OptionSpec flag(String description, String... names) {
    return OptionSpec.builder(names[0], rest(names)).arity("0").description(description).build();
  }

  /// An option with one value.
  static OptionSpec value(
      String label, String description, Iterable<String> candidates, String... names) {
    return described(label, description, candidates, names).type(String.class).build();
  }

  /// An option that may be repeated.
  static OptionSpec values(
      String label, String description, Iterable<String> candidates, String... names) {
    return described(label, description, candidates, names)
        .type(String[].class)
        .auxiliaryTypes(String.class)
        .build();
  }

  private static OptionSpec.Builder described(
      String label, String description, Iterable<String> candidates, String... names) {
    return OptionSpec.builder(names[0], rest(names))
        .arity("1")
        .paramLabel(label)
        .completionCandidates(candidates)
        .description(description);
  }

  private static String[] rest(String... names) {
    return Arrays.copyOfRange(names, 1, names.length);
  }

  static boolean isGiven(ParseResult given, String name) {
    return given.hasMatchedOption(name);
  }

  static @Nullable String one(ParseResult given, String name) {
    return given.matchedOptionValue(name, (String) null);
  }

  /// Every value of a repeated option, in order.
  static List<String> all(ParseResult given, String name) {
    String @Nullable [] values = given.matchedOptionValue(name, (String[]) null);
    return values == null ? List.of() : List.of(values);
  }

  /// As [#all], with each value split at its commas.
  static List<String> split(ParseResult given, String name) {
    return all(given, name).stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(String::strip)
        .toList();
  }

  /// A value, read; what the reader says against it becomes a problem of that option.
  static <T> T read(String option, String value, Function<String, T> reader) {
    try {
      return reader.apply(value);
    } catch (IllegalArgumentException e) {
      throw bad(option, String.valueOf(e.getMessage()));
    }
  }

  static int number(String option, String value, int lowest, int highest) {
    int number = value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : -1;
    if (number < lowest || number > highest) {
      throw bad(option, "'" + value + "' is no number from " + lowest + " to " + highest);
    }
    return number;
  }

  /// The element whose text this is.
  static <T> T choice(String option, String value, List<T> choices, Function<T, String> text) {
    List<String> words = choices.stream().map(text).toList();
    int at = words.indexOf(value);
    if (at < 0) {
      throw bad(
          option,
          "'"
              + value
              + "' is none of "
              + String.join(", ", words)
              + Suggestion.question(value, words.stream()));
    }
    return choices.get(at);
  }

  static ProblemException bad(String where, String reason) {
    return new ProblemException(new Problem.BadInput(where, reason));
  }
}
