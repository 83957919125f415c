package io.kubilitics.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// The option that fixes the instant for which everything that depends on the clock is decided.
final class AsOfOption {
  private static final String AS_OF = "--as-of";

  private AsOfOption() {}

  static void describe(CommandSpec spec) {
    spec.addOption(
        Options.value(
            "TIME",
            "Decide what depends on the clock as of this time, such as 2026-11-20T10:00:00Z: the"
                + " same objects and the same time give the same bytes.",
            List.of(),
            AS_OF));
  }

  /// The instant that was given; else now, to the second.
  ///
  /// @throws io.kubilitics.problem.ProblemException for what is no time
  static Instant of(ParseResult given, Shell shell) {
    @Nullable String time = Options.one(given, AS_OF);
    if (time == null) {
      return shell.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }
    try {
      return OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeException _) {
      throw Options.bad(
          AS_OF, "'" + time + "' is no time: write 2026-11-20T10:00:00Z or …T11:00:00+01:00");
    }
  }
}
