package io.kubilitics.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `completion`: the script that makes a shell complete commands, options and their values. It
/// holds all words but the names of contexts, so that the shell waits for the program only there.
final class CompletionCommand implements Command {
  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  private static final String SHELL = "SHELL";
  private static final String CONTEXTS = "--contexts";

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
            .required(false)
            .paramLabel(SHELL)
            .type(String.class)
            .completionCandidates(SHELLS)
            .description("bash, zsh or fish.")
            .build());
    spec.addOption(
        Options.flag(
            "Instead of a script, write the names of the contexts of your kubeconfig, one a line;"
                + " nobody is contacted. The scripts ask for them behind --context.",
            CONTEXTS));
    KubeconfigOption.describe(spec);
    return spec;
  }

  @Override
  public int run(ParseResult given) throws IOException {
    if (Options.isGiven(given, CONTEXTS)) {
      shell.out().write(contexts(given).getBytes(StandardCharsets.UTF_8));
      return ExitCode.DONE;
    }
    String word = given.<String>matchedPositionalValue(0, "");
    if (word.isEmpty()) {
      throw Options.bad(SHELL, "is missing: give bash, zsh or fish");
    }
    String script =
        switch (Options.choice(SHELL, word, SHELLS, one -> one)) {
          case "fish" -> FishCompletion.script(program.get());
          case "zsh" -> ZshCompletion.script(program.get());
          default -> BashCompletion.script(program.get());
        };
    shell.out().write(script.getBytes(StandardCharsets.UTF_8));
    return ExitCode.DONE;
  }

  private String contexts(ParseResult given) {
    return KubeconfigOption.read(given, shell).contexts().stream()
        .map(context -> context.name() + "\n")
        .collect(Collectors.joining());
  }
}
