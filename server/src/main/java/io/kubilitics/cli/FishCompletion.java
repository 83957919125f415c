package io.kubilitics.cli;

import java.util.StringJoiner;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The completion script for fish, which picocli does not make.
final class FishCompletion {
  private final StringBuilder script = new StringBuilder();
  private final String program;

  private FishCompletion(String program) {
    this.program = program;
  }

  static String script(CommandLine line) {
    FishCompletion completion = new FishCompletion(line.getCommandName());
    completion.add(line);
    return completion.script.toString();
  }

  private void add(CommandLine line) {
    script.append("# Completion of ").append(program).append(" for fish.\n");
    script.append("complete -c ").append(program).append(" -n __fish_use_subcommand -f\n");
    line.getSubcommands()
        .forEach((name, command) ->
            complete(
                "__fish_use_subcommand",
                "-f -a " + name,
                command.getCommandSpec().usageMessage().description()));
    line.getCommandSpec().options().forEach(option -> option("__fish_use_subcommand", option));
    line.getSubcommands().values().forEach(this::addCommand);
  }

  private void addCommand(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    String condition = "__fish_seen_subcommand_from " + spec.name();
    spec.options().forEach(option -> option(condition, option));
    if (spec.positionalParameters().isEmpty()) {
      complete(condition, "-f", new String[0]);
    }
    for (PositionalParamSpec argument : spec.positionalParameters()) {
      String words = words(argument.completionCandidates());
      if (!words.isEmpty()) {
        complete(condition, "-f -a " + quoted(words), argument.description());
      }
    }
  }

  private void option(String condition, OptionSpec option) {
    StringJoiner names = new StringJoiner(" ");
    for (String name : option.names()) {
      names.add(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1));
    }
    if (option.arity().max() > 0) {
      String words =
          option.longestName().equals(SourceArguments.CONTEXT)
              ? "(" + program + " completion --contexts 2>/dev/null)"
              : words(option.completionCandidates());
      names.add(words.isEmpty() ? "-r" : "-x -a " + quoted(words));
    } else {
      names.add("-f");
    }
    complete(condition, names.toString(), option.description());
  }

  private void complete(String condition, String what, String[] description) {
    script.append("complete -c ").append(program).append(" -n ").append(quoted(condition));
    script.append(' ').append(what);
    if (description.length > 0) {
      script.append(" -d ").append(quoted(String.join(" ", description)));
    }
    script.append('\n');
  }

  private static String words(Iterable<String> candidates) {
    return candidates == null ? "" : String.join(" ", candidates);
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
