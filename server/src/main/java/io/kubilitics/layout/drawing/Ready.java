package io.kubilitics.layout.drawing;

import io.kubilitics.model.Resource;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.model.drawing.Tally;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How much of what a workload wants there is: `3/4`.
final class Ready {
  /// Columns with both numbers in one.
  private static final List<String> BOTH = List.of("Ready", "Completions");

  private static final List<String> HAVE = List.of("Available", "Ready");
  private static final String WANTED = "Desired";

  private Ready() {}

  /// As its own columns say; `""` for what says nothing of the kind, or was never in a cluster.
  static String of(Resource workload) {
    if (!workload.hasUid()) {
      return "";
    }
    for (String column : BOTH) {
      String both = fraction(workload.features().get(column));
      if (!both.isEmpty()) {
        return both;
      }
    }
    String wanted = Figures.number(workload.features().get(WANTED));
    for (String column : HAVE) {
      String have = Figures.number(workload.features().get(column));
      if (!have.isEmpty() && !wanted.isEmpty()) {
        return have + "/" + wanted;
      }
    }
    return "";
  }

  /// Of runs how many have come to their end well.
  static String ofRuns(List<Look> runs) {
    long done = runs.stream().filter(look -> look == Look.DONE).count();
    return runs.isEmpty() ? "" : done + "/" + runs.size();
  }

  /// Of Pods how many serve or have done what they were for.
  static int of(Tally pods) {
    return pods.count(Look.HEALTHY) + pods.count(Look.DONE);
  }

  private static String fraction(@Nullable String text) {
    int slash = text == null ? -1 : text.indexOf('/');
    if (text == null || slash < 0) {
      return "";
    }
    String have = Figures.number(text.substring(0, slash));
    String wanted = Figures.number(text.substring(slash + 1));
    return have.isEmpty() || wanted.isEmpty() ? "" : have + "/" + wanted;
  }
}
