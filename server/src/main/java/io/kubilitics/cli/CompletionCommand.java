package io.kubilitics.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `completion`: the script that makes a shell complete commands, options and their values. It
/// holds all words, so that the shell never waits for the program.
final class CompletionCommand implements Command {
  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  private final Shell shell;
  private final Supplier<CommandLine> program;

  CompletionCommand(Shell shell, Supplier<CommandLine> program) {
    this.shell = shell;
    this.program = program;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "completion",
            "Write the script that makes a shell complete what you type.",
            "source <(kubilitics completion bash)",
            "kubilitics completion zsh > \"${fpath[1]}/_kubilitics\"",
            "kubilitics completion fish > ~/.config/fish/completions/kubilitics.fish");
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .required(true)
            .paramLabel("SHELL")
            .type(String.class)
            .completionCandidates(SHELLS)
            .description("bash, zsh or fish.")
            .build());
    return spec;
  }

  @Override
  public int run(ParseResult given) throws IOException {
    String word = given.<String>matchedPositionalValue(0, "");
    String script =
        switch (Options.choice("SHELL", word, SHELLS, one -> one)) {
          case "fish" -> FishCompletion.script(program.get());
          case "zsh" -> ZshCompletion.script(program.get());
          default -> AutoComplete.bash("kubilitics", program.get());
        };
    shell.out().write(script.getBytes(StandardCharsets.UTF_8));
    return ExitCode.DONE;
  }
}
