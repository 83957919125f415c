package io.kubilitics.source.cluster.connection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/// How many requests were sent to one cluster, by what they asked for and how they were answered.
/// Any thread.
public final class RequestCount {
  /// What foreign kinds may add to the lines.
  private static final int MOST = 4000;

  private static final Comparator<Line> ORDER =
      Comparator.comparing(Line::verb).thenComparing(Line::resource).thenComparing(Line::result);

  private final ConcurrentSkipListMap<Line, LongAdder> counts = new ConcurrentSkipListMap<>(ORDER);

  /// One sort of request.
  ///
  /// @param verb `list`, `watch`, `get`, `create`, `update`, `patch` or `delete`
  /// @param resource `pods`, `deployments.apps`, or the first part of another path: `version`
  /// @param result `2xx` to `5xx`, or `failed` when there was no answer
  public record Line(String verb, String resource, String result, long count) {}

  /// All sorts there have been, in a fixed order.
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    counts.forEach((line, count) ->
        lines.add(new Line(line.verb(), line.resource(), line.result(), count.sum())));
    return lines;
  }

  /// All requests there have been.
  public long total() {
    return counts.values().stream().mapToLong(LongAdder::sum).sum();
  }

  void answered(Errand errand, Ask ask, int status) {
    count(errand, ask, status / 100 + "xx");
  }

  void failed(Errand errand, Ask ask) {
    count(errand, ask, "failed");
  }

  private void count(Errand errand, Ask ask, String result) {
    Asked asked = Asked.of(errand, ask);
    Line line = new Line(asked.verb(), asked.resource(), result, 0);
    if (counts.size() >= MOST && !counts.containsKey(line)) {
      line = new Line(asked.verb(), "other", result, 0);
    }
    counts.computeIfAbsent(line, _ -> new LongAdder()).increment();
  }
}
