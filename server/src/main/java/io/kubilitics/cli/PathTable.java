package io.kubilitics.cli;

import io.kubilitics.model.Edge;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.query.Path;
import io.kubilitics.topology.query.Paths;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Paths for a person: each step on a line, with its direction and the field it was read from.
final class PathTable {
  private PathTable() {}

  static void write(ResourceId from, Paths paths, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path path : paths.paths()) {
      text.append(text.isEmpty() ? "" : "\n").append(Plain.text(from.toString())).append('\n');
      path.steps().forEach(step -> append(step, text));
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void append(Path.Step step, StringBuilder text) {
    text.append(step.along() ? "  --" : "  <-")
        .append(step.edge().relation())
        .append(step.along() ? "-> " : "-- ")
        .append(Plain.text(step.to().toString()))
        .append("  ")
        .append(Plain.text(remark(step.edge())))
        .append('\n');
  }

  private static String remark(Edge edge) {
    String field = edge.evidence().getFirst().evidence().path();
    return switch (edge.state()) {
      case RESOLVED -> field;
      case UNKNOWN, DENIED, STALE, MISSING -> field + " (" + edge.state().text() + ")";
    };
  }
}
