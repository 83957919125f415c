package io.kubilitics.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// One command of the program.
interface Command {
  /// What it is called, takes and says of itself; made when it is asked for.
  CommandSpec spec();

  /// Does it.
  ///
  /// @return an [ExitCode]
  /// @throws io.kubilitics.problem.ProblemException for what the user can change
  /// @throws IOException when the data could not be written
  int run(ParseResult given) throws IOException, InterruptedException;
}
