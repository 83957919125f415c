package io.kubilitics.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `help`: the same as `--help`, for who thinks of it first.
final class HelpCommand implements Command {
  private final Set<String> commands;
  private final Consumer<Optional<String>> printer;

  HelpCommand(Set<String> commands, Consumer<Optional<String>> printer) {
    this.commands = commands;
    this.printer = printer;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command("help", "Show the help of a command.", "kubilitics help graph");
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("0..1")
            .paramLabel("COMMAND")
            .type(String.class)
            .completionCandidates(commands)
            .description("The command; all of them when it is not given.")
            .build());
    return spec;
  }

  @Override
  public int run(ParseResult given) {
    Optional<String> name =
        Optional.ofNullable(given.<String>matchedPositionalValue(0, null))
            .map(word -> Options.choice("COMMAND", word, List.copyOf(commands), one -> one));
    printer.accept(name);
    return ExitCode.DONE;
  }
}
