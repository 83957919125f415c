package io.kubilitics.cli;

import io.kubilitics.diff.Coverage;
import io.kubilitics.model.ResourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// What a comparison comes to: nobody may take silence for a yes.
///
/// @param differences how many there are
/// @param allKnown whether every kind of both sides could be read
record DiffVerdict(long differences, Coverage coverage, boolean allKnown) {
  private static final int NAMED = 10;

  /// That there is no difference is said only when every object that counts was looked for on both
  /// sides, and objects could be seen at all.
  int exitCode() {
    if (differences > 0) {
      return ExitCode.FINDINGS;
    }
    boolean isBlind = coverage.asked() == 0 && !allKnown;
    return isBlind || !coverage.unanswered().isEmpty() ? ExitCode.UNREADABLE : ExitCode.DONE;
  }

  /// What the reader has to know beside the differences.
  ///
  /// @param namespaces the only ones that were asked for, empty for all
  List<String> lines(Collection<String> namespaces) {
    List<String> lines = new ArrayList<>();
    if (!coverage.unanswered().isEmpty()) {
      lines.add(notCompared(coverage.unanswered()));
    }
    if (differences > 0) {
      return lines;
    }
    if (coverage.asked() == 0) {
      lines.add(
          "nothing to compare: no objects"
              + (namespaces.isEmpty()
                  ? ""
                  : " in " + Plain.text("namespace " + String.join(", ", namespaces)))
              + (allKnown ? "" : " that could be read"));
    } else if (coverage.unanswered().size() == coverage.asked()) {
      lines.add("nothing could be compared");
    } else {
      lines.add(
          "no differences"
              + (allKnown && coverage.unanswered().isEmpty() ? "" : " in what could be compared"));
    }
    return lines;
  }

  private static String notCompared(List<ResourceId> ids) {
    String first =
        ids.stream()
            .limit(NAMED)
            .map(id -> Plain.text(id.toString()))
            .collect(Collectors.joining(", "));
    return "not compared, because kinds could not be read on the other side: "
        + first
        + (ids.size() > NAMED ? " and " + (ids.size() - NAMED) + " more" : "");
  }
}
