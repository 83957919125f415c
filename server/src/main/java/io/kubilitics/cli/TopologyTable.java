package io.kubilitics.cli;

import io.kubilitics.model.Edge;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Health;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.Selection;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The topology for a person: each object on a line, and below it what it refers to. In a small
/// selection every edge has its line, with the field it was read from; in a large one resolved
/// edges are counted behind the object, and only what is wrong has lines of its own. The end says
/// how much there is and names what is wrong once more, since that is where the reader looks.
///
/// Nodes and edges are read side by side: both are ordered by the text of the node's id.
final class TopologyTable {
  /// The largest selection whose edges are all listed.
  static final int LISTED_EDGES = 400;

  private static final int WIDEST_ID = 64;
  private static final int STATUS_WIDTH = "progressing".length();
  private static final String GAP = "  ";

  private final Selection selection;
  private final boolean coloured;
  private final Writer out;
  private final boolean listsEdges;
  private final TableTally tally;

  /// @param onlyRelated whether objects without any edge are left out
  TopologyTable(Selection selection, boolean onlyRelated, boolean coloured, OutputStream out) {
    this.selection = selection;
    this.coloured = coloured;
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    this.listsEdges = selection.edgeCount() <= LISTED_EDGES;
    this.tally = TableTally.of(selection, onlyRelated);
  }

  /// Writes it all and flushes; nothing when there is no object to list.
  void write() throws IOException {
    if (tally.isEmpty()) {
      return;
    }
    int width;
    try (Stream<Node> nodes = listed()) {
      width = width(nodes.map(node -> node.id().toString()));
    }
    String heading = pad("OBJECT", width) + GAP + pad("STATUS", STATUS_WIDTH) + GAP + "DETAIL";
    line(Colour.BOLD.paint(heading, coloured));
    try (Stream<Node> nodes = listed();
        Stream<Edge> edges = selection.edges()) {
      Iterator<Edge> remaining = edges.iterator();
      @Nullable Edge edge = next(remaining);
      for (Iterator<Node> each = nodes.iterator(); each.hasNext(); ) {
        Node node = each.next();
        List<Edge> from = new ArrayList<>();
        while (edge != null && edge.source().equals(node.id())) {
          from.add(edge);
          edge = next(remaining);
        }
        writeNode(node, from, width);
        writeEdges(from);
      }
    }
    writeEnd();
    out.flush();
  }

  private Stream<Node> listed() {
    return selection.nodes().filter(tally::isListed);
  }

  private static @Nullable Edge next(Iterator<Edge> edges) {
    return edges.hasNext() ? edges.next() : null;
  }

  private void writeNode(Node node, List<Edge> edges, int width) throws IOException {
    List<String> details = new ArrayList<>();
    String status =
        switch (node) {
          case Node.Present(_, Health health) -> {
            addHealth(details, health);
            yield status(health.status());
          }
          case Node.Ghost ghost -> ghost(ghost);
          case Node.Outside outside -> {
            if (outside.members() > 1) {
              details.add(outside.members() + " objects");
            }
            yield Colour.DIM.paint(pad("outside", STATUS_WIDTH), coloured);
          }
        };
    if (!listsEdges) {
      addCounts(details, edges);
    }
    line(pad(node.id().toString(), width), status, String.join(" · ", details));
  }

  private static void addHealth(List<String> details, Health health) {
    String reason = Plain.text(health.reason());
    String message = Plain.text(health.message());
    if (reason.isEmpty() && message.isEmpty()) {
      return;
    }
    details.add(reason.isEmpty() || message.isEmpty() ? reason + message : reason + ": " + message);
  }

  private static void addCounts(List<String> details, List<Edge> edges) {
    Map<String, Integer> counts = new TreeMap<>();
    edges.forEach(edge -> counts.merge(edge.relation().name(), 1, Integer::sum));
    counts.forEach((relation, count) -> details.add(relation + " " + count));
  }

  private String ghost(Node.Ghost ghost) {
    if (!ghost.known()) {
      return Colour.DIM.paint(pad("not known", STATUS_WIDTH), coloured);
    }
    return tally.isNeeded(ghost.id())
        ? Colour.BOLD_RED.paint(pad("MISSING", STATUS_WIDTH), coloured)
        : Colour.DIM.paint(pad("missing", STATUS_WIDTH), coloured);
  }

  private String status(Health.Status status) {
    String text = pad(status == Health.Status.UNKNOWN ? "-" : status.text(), STATUS_WIDTH);
    return switch (status) {
      case HEALTHY -> Colour.GREEN.paint(text, coloured);
      case PROGRESSING -> Colour.CYAN.paint(text, coloured);
      case DEGRADED -> Colour.YELLOW.paint(text, coloured);
      case FAILED -> Colour.RED.paint(text, coloured);
      case SUSPENDED -> Colour.DIM.paint(text, coloured);
      case UNKNOWN -> text;
    };
  }

  private void writeEdges(List<Edge> edges) throws IOException {
    List<Edge> listed =
        edges.stream().filter(edge -> listsEdges || edge.state() != EdgeState.RESOLVED).toList();
    int relationWidth = width(listed.stream().map(edge -> edge.relation().name()));
    int targetWidth = width(listed.stream().map(edge -> edge.target().toString()));
    int remarkWidth = width(listed.stream().map(this::remark));
    for (Edge edge : listed) {
      List<String> columns = new ArrayList<>();
      columns.add(
          GAP
              + Colour.DIM.paint(pad(edge.relation().name(), relationWidth), coloured)
              + " → "
              + pad(edge.target().toString(), targetWidth));
      if (remarkWidth > 0) {
        String remark = pad(remark(edge), remarkWidth);
        columns.add(
            (TableTally.isBroken(edge) ? Colour.BOLD_RED : Colour.DIM).paint(remark, coloured));
      }
      columns.add(Colour.DIM.paint(origin(edge), coloured));
      line(columns.toArray(String[]::new));
    }
  }

  /// What is wrong with the edge; of a ghost's edges nothing, since it is the ghost that is wrong.
  private String remark(Edge edge) {
    if (tally.isGhost(edge.source())) {
      return "";
    }
    return switch (edge.state()) {
      case RESOLVED -> edge.inferred() ? "inferred" : "";
      case UNKNOWN -> "not known";
      case DENIED, STALE -> TableTally.text(edge.state());
      case MISSING -> edge.optional() ? "missing, optional" : TableTally.text(edge.state());
    };
  }

  /// The field the edge was read from, and how many more say the same.
  private static String origin(Edge edge) {
    Edge.Reading first = edge.evidence().getFirst();
    int more = edge.evidence().size() - 1;
    String attributes = Plain.text(first.evidence().attributes());
    return "from "
        + Plain.text(first.evidence().path())
        + (first.end() == Edge.End.TARGET ? " in target" : "")
        + (attributes.isEmpty() ? "" : " (" + attributes + ")")
        + (more > 0 ? " and " + more + " more" : "");
  }

  private void writeEnd() throws IOException {
    line("");
    line(tally.summary());
    for (Edge edge : tally.broken()) {
      String state = pad(TableTally.text(edge.state()), STATUS_WIDTH);
      line(
          Colour.BOLD_RED.paint(state, coloured),
          tally.isGhost(edge.source())
              ? edge.source() + " " + edge.relation() + " → " + edge.target()
              : edge.target() + " ← " + edge.relation() + " " + edge.source());
    }
    if (tally.moreBroken() > 0) {
      line("… and " + tally.moreBroken() + " more like these");
    }
    if (!listsEdges) {
      line("Relations are counted here; -n, -l, --kind or --focus narrow it until each is listed.");
    }
  }

  /// Columns, without blanks at the end of the line.
  private void line(String... columns) throws IOException {
    out.write(String.join(GAP, columns).stripTrailing());
    out.write('\n');
  }

  /// The longest of the texts that are not overlong.
  private static int width(Stream<String> texts) {
    return texts.mapToInt(String::length).filter(length -> length <= WIDEST_ID).max().orElse(0);
  }

  private static String pad(String text, int width) {
    return text.length() >= width ? text : text + " ".repeat(width - text.length());
  }
}
