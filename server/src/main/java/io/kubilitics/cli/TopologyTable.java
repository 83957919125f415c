package io.kubilitics.cli;

import io.kubilitics.model.Edge;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Health;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
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
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The topology for a person: each object on a line, and below it what it refers to. In a small
/// selection every edge has its line; in a large one resolved edges are counted behind the object,
/// and only what is wrong has lines of its own. The end says how much there is and names what is
/// missing once more, since that is where the reader looks.
///
/// Nodes and edges are read side by side: both are ordered by the text of the node's id.
final class TopologyTable {
  /// The largest selection whose edges are all listed.
  static final int LISTED_EDGES = 400;

  private static final int WIDEST_OBJECT = 64;
  private static final int WIDEST_STATUS = 11;
  private static final String GAP = "  ";

  private final Selection selection;
  private final boolean coloured;
  private final Writer out;
  private final boolean listsEdges;
  private final Tally tally = new Tally();

  TopologyTable(Selection selection, boolean coloured, OutputStream out) {
    this.selection = selection;
    this.coloured = coloured;
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    this.listsEdges = selection.edgeCount() <= LISTED_EDGES;
  }

  void write() throws IOException {
    if (selection.nodeCount() == 0) {
      return;
    }
    int width = objectWidth();
    line(
        Colour.BOLD.paint(pad("OBJECT", width) + GAP + pad("STATUS", WIDEST_STATUS), coloured),
        GAP + Colour.BOLD.paint("DETAIL", coloured));
    try (Stream<Node> nodes = selection.nodes();
        Stream<Edge> edges = selection.edges()) {
      Iterator<Edge> nextEdges = edges.iterator();
      @Nullable Edge edge = next(nextEdges);
      for (Iterator<Node> each = nodes.iterator(); each.hasNext(); ) {
        Node node = each.next();
        List<Edge> from = new ArrayList<>();
        while (edge != null && edge.source().equals(node.id())) {
          from.add(edge);
          edge = next(nextEdges);
        }
        writeNode(node, from, width);
      }
    }
    tally.write();
    out.flush();
  }

  private static @Nullable Edge next(Iterator<Edge> edges) {
    return edges.hasNext() ? edges.next() : null;
  }

  private int objectWidth() {
    try (Stream<Node> nodes = selection.nodes()) {
      return nodes
          .mapToInt(node -> node.id().toString().length())
          .filter(l -> l <= WIDEST_OBJECT)
          .max()
          .orElse(WIDEST_OBJECT);
    }
  }

  private void writeNode(Node node, List<Edge> edges, int width) throws IOException {
    tally.count(node);
    String object = pad(node.id().toString(), width) + GAP;
    List<String> details = new ArrayList<>();
    String status =
        switch (node) {
          case Node.Present(Resource resource) -> {
            addDetails(details, resource.health());
            yield status(resource.health().status());
          }
          case Node.Ghost(_, boolean known) ->
              known
                  ? Colour.BOLD_RED.paint(pad("MISSING", WIDEST_STATUS), coloured)
                  : Colour.DIM.paint(pad("not known", WIDEST_STATUS), coloured);
          case Node.Outside outside -> {
            if (outside.members() > 1) {
              details.add(outside.members() + " objects");
            }
            yield Colour.DIM.paint(pad("outside", WIDEST_STATUS), coloured);
          }
        };
    if (!listsEdges) {
      addCounts(details, edges);
    }
    line(object, status, details.isEmpty() ? "" : GAP + String.join(" · ", details));
    int relationWidth =
        edges.stream().mapToInt(edge -> edge.relation().name().length()).max().orElse(0);
    for (Edge edge : edges) {
      tally.count(edge);
      if (listsEdges || edge.state() != EdgeState.RESOLVED) {
        writeEdge(edge, relationWidth);
      }
    }
  }

  private static void addDetails(List<String> details, Health health) {
    String reason = Plain.text(health.reason());
    String message = Plain.text(health.message());
    if (!reason.isEmpty() && !message.isEmpty()) {
      details.add(reason + ": " + message);
    } else if (!reason.isEmpty() || !message.isEmpty()) {
      details.add(reason + message);
    }
  }

  private static void addCounts(List<String> details, List<Edge> edges) {
    Map<String, Integer> counts = new TreeMap<>();
    edges.forEach(edge -> counts.merge(edge.relation().name(), 1, Integer::sum));
    counts.forEach((relation, count) -> details.add(relation + " " + count));
  }

  private void writeEdge(Edge edge, int relationWidth) throws IOException {
    String state = state(edge);
    Edge.Reading why = edge.evidence().getFirst();
    line(
        GAP
            + Colour.DIM.paint(pad(edge.relation().name(), relationWidth), coloured)
            + " → "
            + edge.target(),
        state.isEmpty() ? "" : GAP + state,
        state.isEmpty() && !edge.inferred()
            ? ""
            : GAP + Colour.DIM.paint("from " + Plain.text(why.evidence().path()), coloured));
  }

  private String state(Edge edge) {
    return switch (edge.state()) {
      case RESOLVED -> edge.inferred() ? Colour.DIM.paint("inferred", coloured) : "";
      case UNKNOWN -> Colour.DIM.paint("not known", coloured);
      case DENIED -> Colour.BOLD_RED.paint("DENIED", coloured);
      case STALE -> Colour.BOLD_RED.paint("STALE", coloured);
      case MISSING ->
          edge.optional()
              ? Colour.DIM.paint("missing, optional", coloured)
              : Colour.BOLD_RED.paint("MISSING", coloured);
    };
  }

  private String status(Health.Status status) {
    String text = pad(status == Health.Status.UNKNOWN ? "-" : status.text(), WIDEST_STATUS);
    return switch (status) {
      case HEALTHY -> Colour.GREEN.paint(text, coloured);
      case PROGRESSING -> Colour.CYAN.paint(text, coloured);
      case DEGRADED -> Colour.YELLOW.paint(text, coloured);
      case FAILED -> Colour.RED.paint(text, coloured);
      case SUSPENDED -> Colour.DIM.paint(text, coloured);
      case UNKNOWN -> text;
    };
  }

  private void line(String... parts) throws IOException {
    out.write(String.join("", parts).stripTrailing());
    out.write('\n');
  }

  private static String pad(String text, int width) {
    return text.length() >= width ? text : text + " ".repeat(width - text.length());
  }

  /// What the last lines say.
  private final class Tally {
    private static final int MOST_NAMED = 20;

    private final Map<Health.Status, Integer> objects = new TreeMap<>();
    private final List<String> broken = new ArrayList<>();
    private int present;
    private int brokenCount;

    void count(Node node) {
      if (node instanceof Node.Present(Resource resource)) {
        present++;
        objects.merge(resource.health().status(), 1, Integer::sum);
      }
    }

    void count(Edge edge) {
      boolean isBroken =
          switch (edge.state()) {
            case RESOLVED, UNKNOWN -> false;
            case DENIED, STALE -> true;
            case MISSING -> !edge.optional();
          };
      if (!isBroken) {
        return;
      }
      brokenCount++;
      if (broken.size() < MOST_NAMED) {
        broken.add(
            pad(edge.state().text().toUpperCase(Locale.ROOT), "MISSING".length())
                + GAP
                + edge.target()
                + " ← "
                + edge.relation()
                + " "
                + named(edge.source()));
      }
    }

    private String named(ResourceId id) {
      return id.toString();
    }

    void write() throws IOException {
      List<String> parts = new ArrayList<>();
      for (Health.Status status :
          List.of(
              Health.Status.FAILED,
              Health.Status.DEGRADED,
              Health.Status.PROGRESSING,
              Health.Status.SUSPENDED)) {
        if (objects.containsKey(status)) {
          parts.add(objects.get(status) + " " + status.text());
        }
      }
      out.write('\n');
      line(
          counted(present, "object"),
          ", ",
          counted(selection.edgeCount(), "relation"),
          parts.isEmpty() ? "" : ": " + String.join(", ", parts));
      for (String one : broken) {
        line(
            Colour.BOLD_RED.paint(one.substring(0, "MISSING".length()), coloured),
            one.substring("MISSING".length()));
      }
      if (brokenCount > broken.size()) {
        line("… and " + (brokenCount - broken.size()) + " more relations without their target");
      }
      if (!listsEdges) {
        line(
            "Resolved relations are counted; -n, -l, --kind or --focus narrow it until each is"
                + " listed.");
      }
    }

    private static String counted(int count, String noun) {
      return count + " " + noun + (count == 1 ? "" : "s");
    }
  }
}
