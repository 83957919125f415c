package io.kubilitics.cli;

import io.kubilitics.problem.Suggestion;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says in one line what is wrong with a command line.
final class Usage {
  private Usage() {}

  static String message(ParameterException e) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    return name + ": " + Plain.text(reason(e, command)) + " ('" + name + " --help' shows how)";
  }

  private static String reason(ParameterException e, CommandLine command) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched.getUnmatched().getFirst(), command);
    }
    if (e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return missing.getMissing().stream().map(Usage::label).collect(Collectors.joining(", "))
          + (isOption(missing.getMissing())
              ? " needs a value"
              : " is missing" + whatToGive(missing.getMissing().getFirst()));
    }
    return String.valueOf(e.getMessage());
  }

  private static String unmatched(String word, CommandLine command) {
    if (word.startsWith("-") && word.length() > 1) {
      int equals = word.indexOf('=');
      String option = equals < 0 ? word : word.substring(0, equals);
      Stream<String> options =
          command.getCommandSpec().options().stream()
              .flatMap(one -> Stream.of(one.names()))
              .filter(one -> one.startsWith("--"));
      return "unknown option '" + option + "'" + Suggestion.question(option, options);
    }
    if (!command.getSubcommands().isEmpty()) {
      return "unknown command '"
          + word
          + "'"
          + Suggestion.question(word, command.getSubcommands().keySet().stream());
    }
    return "one argument too many: '" + word + "'";
  }

  private static boolean isOption(List<ArgSpec> missing) {
    return missing.getFirst() instanceof OptionSpec;
  }

  /// The description of an argument as the end of a sentence.
  private static String whatToGive(ArgSpec argument) {
    String text = String.join(" ", argument.description());
    if (text.isEmpty()) {
      return "";
    }
    int end = text.endsWith(".") ? text.length() - 1 : text.length();
    return ": give " + Character.toLowerCase(text.charAt(0)) + text.substring(1, end);
  }

  private static String label(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
