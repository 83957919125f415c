package io.kubilitics.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The completion script for zsh in its own words, so that descriptions are shown, which those made
/// for bash lack.
final class ZshCompletion {
  private ZshCompletion() {}

  static String script(CommandLine line) {
    String program = line.getCommandName();
    StringBuilder commands = new StringBuilder();
    StringBuilder cases = new StringBuilder();
    line.getSubcommands()
        .forEach((name, command) -> {
          CommandSpec spec = command.getCommandSpec();
          String summary = String.join(" ", spec.usageMessage().description());
          commands.append("    ").append(quoted(name + ":" + summary)).append('\n');
          cases.append("        ").append(name).append(")\n          _arguments");
          spec.options().forEach(option -> addOption(cases, option));
          spec.positionalParameters().forEach(argument -> addArgument(cases, argument));
          cases.append(" ;;\n");
        });
    return """
    #compdef %1$s
    # Completion of %1$s for zsh.
    _%1$s_contexts() {
      local -a names
      names=("${(@f)$(%1$s completion --contexts 2>/dev/null)}")
      compadd -a names
    }
    _%1$s() {
      local curcontext="$curcontext" state line
      local -a commands
      commands=(
    %2$s  )
      _arguments -C '1:command:->command' '*::argument:->argument'
      case $state in
        command) _describe -t commands command commands ;;
        argument)
          case $words[1] in
    %3$s      esac ;;
      esac
    }
    if [ "$funcstack[1]" = _%1$s ]; then
      _%1$s "$@"
    else
      compdef _%1$s %1$s
    fi
    """
        .formatted(program, commands, cases);
  }

  private static void addOption(StringBuilder out, OptionSpec option) {
    for (String name : option.names()) {
      String repeated = option.isMultiValue() ? "*" : "";
      String value =
          option.arity().max() > 0 ? ":" + option.paramLabel() + ":" + action(option) : "";
      out.append(" \\\n            ")
          .append(quoted(repeated + name + "[" + text(option.description()) + "]" + value));
    }
  }

  private static String action(OptionSpec option) {
    return option.longestName().equals(SourceArguments.CONTEXT)
        ? "_kubilitics_contexts"
        : values(option);
  }

  private static void addArgument(StringBuilder out, PositionalParamSpec argument) {
    String action = candidates(argument).isEmpty() ? "_files" : values(argument);
    String place = argument.arity().max() > 1 ? "*" : "1";
    out.append(" \\\n            ")
        .append(quoted(place + ":" + argument.paramLabel() + ":" + action));
  }

  /// What may follow: of a repeated option also several words with commas.
  private static String values(ArgSpec argument) {
    List<String> candidates = candidates(argument);
    if (candidates.isEmpty()) {
      return " ";
    }
    String words = String.join(" ", candidates);
    return argument.isMultiValue() ? "_sequence compadd - " + words : "(" + words + ")";
  }

  private static List<String> candidates(ArgSpec argument) {
    Iterable<String> candidates = argument.completionCandidates();
    if (candidates == null) {
      return List.of();
    }
    return java.util.stream.StreamSupport.stream(candidates.spliterator(), false).toList();
  }

  /// Brackets and colons have a meaning in what `_arguments` takes.
  private static String text(String[] description) {
    return String.join(" ", description).replaceAll("([\\[\\]:\\\\])", "\\\\$1");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
