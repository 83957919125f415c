package io.kubilitics.cli;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.extension.Bundled;
import io.kubilitics.problem.ProblemException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// All commands, and the way from the words of a command line to an exit code.
public final class Commands {
  private static final String PROGRAM = "kubilitics";

  private final Shell shell;
  private final Map<String, Command> commands = new LinkedHashMap<>();

  private Commands(Shell shell, Supplier<Catalogue> catalogue) {
    this.shell = shell;
    commands.put("graph", new GraphCommand(shell, catalogue));
    commands.put("export", new ExportCommand(shell, catalogue));
    commands.put("check", new CheckCommand(shell, catalogue));
    commands.put("diff", new DiffCommand(shell, catalogue));
    commands.put("path", new PathCommand(shell, catalogue));
    commands.put("impact", new ImpactCommand(shell, catalogue));
    commands.put("serve", new ServeCommand(shell, catalogue));
    commands.put("version", new VersionCommand(shell));
    commands.put("completion", new CompletionCommand(shell, this::line));
    commands.put("help", new HelpCommand(commands.keySet(), this::printHelp));
  }

  /// Runs one command in the shell of this process.
  ///
  /// @return the exit code
  public static int run(String... args) {
    return run(Shell.system(), args);
  }

  static int run(Shell shell, String... args) {
    return run(shell, Bundled::catalogue, args);
  }

  static int run(Shell shell, Supplier<Catalogue> catalogue, String... args) {
    Commands commands = new Commands(shell, catalogue);
    try {
      int code = commands.execute(args);
      shell.out().flush();
      return code;
    } catch (IOException e) {
      return commands.outputFailed(e);
    }
  }

  private int execute(String... args) throws IOException {
    CommandLine line = line();
    String command = PROGRAM;
    try {
      ParseResult given = line.parseArgs(args);
      if (!given.hasSubcommand()) {
        return withoutCommand(line, given);
      }
      String name = given.subcommand().commandSpec().name();
      command = PROGRAM + " " + name;
      if (given.isUsageHelpRequested() || given.subcommand().isUsageHelpRequested()) {
        printHelp(Optional.of(name));
        return ExitCode.DONE;
      }
      return command(name).run(given.subcommand());
    } catch (ParameterException e) {
      shell.err().println(Usage.message(e));
      return ExitCode.USAGE;
    } catch (ProblemException e) {
      shell.err().println(command + ": " + Plain.text(e.problem().message()));
      return ExitCode.of(e.problem());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERNAL;
    } catch (RuntimeException | Error bug) {
      shell.err().println(command + ": internal error");
      bug.printStackTrace(shell.err());
      return ExitCode.INTERNAL;
    }
  }

  private Command command(String name) {
    Command command = commands.get(name);
    if (command == null) {
      throw new IllegalStateException("no command " + name);
    }
    return command;
  }

  private int withoutCommand(CommandLine line, ParseResult given) throws IOException {
    if (given.hasMatchedOption("--version")) {
      VersionCommand.writeText(shell);
      return ExitCode.DONE;
    }
    if (given.isUsageHelpRequested()) {
      printHelp(Optional.empty());
      return ExitCode.DONE;
    }
    PrintWriter err = new PrintWriter(shell.err(), true, StandardCharsets.UTF_8);
    line.usage(err, ansi(shell.coloursErr()));
    err.flush();
    return ExitCode.USAGE;
  }

  private void printHelp(Optional<String> name) {
    CommandLine line = line();
    CommandLine asked = name.map(line.getSubcommands()::get).orElse(line);
    PrintWriter out = new PrintWriter(shell.out(), false, StandardCharsets.UTF_8);
    asked.usage(out, ansi(shell.coloursOut()));
    out.flush();
  }

  private static Ansi ansi(boolean coloured) {
    return coloured ? Ansi.ON : Ansi.OFF;
  }

  private CommandLine line() {
    CommandSpec root =
        Options.command(
            PROGRAM,
            "Draws the true map of Kubernetes clusters: every object, every relation, and the"
                + " reason of each.",
            PROGRAM + " graph manifests/",
            PROGRAM + " graph demo -o table",
            PROGRAM + " export demo -f demo.svg");
    root.addOption(Options.flag("Show the version.", "-V", "--version"));
    root.usageMessage().commandListHeading("%nCommands:%n");
    CommandLine line = new CommandLine(root);
    commands.forEach((name, command) -> line.addSubcommand(name, command.spec()));
    line.setExpandAtFiles(false);
    line.setUsageHelpWidth(100);
    return line;
  }

  /// Somebody who has read enough, like `head`, is no failure.
  private int outputFailed(IOException e) {
    String reason = String.valueOf(e.getMessage());
    if (reason.contains("Broken pipe") || reason.contains("pipe is being closed")) {
      return ExitCode.DONE;
    }
    shell.err().println(PROGRAM + ": stdout: " + reason);
    return ExitCode.OUTPUT;
  }
}
