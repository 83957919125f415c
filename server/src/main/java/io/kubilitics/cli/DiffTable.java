package io.kubilitics.cli;

import io.kubilitics.diff.Comparison;
import io.kubilitics.diff.Difference;
import io.kubilitics.diff.Difference.Change;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Finding;
import io.kubilitics.model.Value;
import io.kubilitics.model.Value.Text;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The differences for people: `-` what only the left side has, `+` what only the right side has,
/// `~` what both have and differs. One use.
final class DiffTable {
  /// Of a text of many lines so many are shown of each side.
  private static final int MOST_LINES = 20;

  private final boolean coloured;
  private final Writer out;
  private String section = "";
  private long objects;
  private long edges;
  private long findings;

  /// @param out flushed, not closed
  DiffTable(boolean coloured, OutputStream out) {
    this.coloured = coloured;
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  /// Writes them as they are found.
  ///
  /// @return how many there are
  long write(Comparison comparison) throws IOException {
    comparison.objects(this::object);
    comparison.edges(this::edge);
    comparison.findings(this::finding);
    if (objects + edges + findings > 0) {
      line("", "");
      String counts =
          Stream.of(
                  counted(objects, "object"),
                  counted(edges, "relation"),
                  counted(findings, "finding"))
              .filter(text -> !text.isEmpty())
              .collect(Collectors.joining(", "));
      line("", counts + (objects + edges + findings == 1 ? " differs" : " differ"));
    }
    out.flush();
    return objects + edges + findings;
  }

  private static String counted(long count, String noun) {
    return count == 0 ? "" : Counted.of(count, noun);
  }

  private void object(Difference.OfObject object) throws IOException {
    begin("OBJECTS");
    objects++;
    line(object.change(), "", Plain.text(object.id().toString()));
    for (Difference.Field field : object.fields()) {
      line("    ", Plain.text(field.path()));
      value(Change.REMOVED, field.from(), field.to());
      value(Change.ADDED, field.to(), field.from());
    }
  }

  /// One side of a field; of long texts only the lines in which they differ.
  private void value(Change change, @Nullable Value value, @Nullable Value other)
      throws IOException {
    if (value == null) {
      return;
    }
    Value shown = DiffValues.shown(value);
    if (!(shown instanceof Text(String text)) || text.indexOf('\n') < 0) {
      String note =
          other != null && shown.equals(DiffValues.shown(other)) ? " (another value)" : "";
      line(change, "      ", DiffValues.line(shown) + (change == Change.ADDED ? note : ""));
      return;
    }
    List<String> lines = text.lines().toList();
    List<String> others =
        other instanceof Text otherText
            ? ((Text) DiffValues.shown(otherText)).text().lines().toList()
            : List.of();
    int from = 0;
    while (from < Math.min(lines.size(), others.size())
        && lines.get(from).equals(others.get(from))) {
      from++;
    }
    int to = lines.size();
    int otherTo = others.size();
    while (to > from && otherTo > from && lines.get(to - 1).equals(others.get(otherTo - 1))) {
      to--;
      otherTo--;
    }
    for (int at = from; at < Math.min(to, from + MOST_LINES); at++) {
      line(change, "      ", DiffValues.line(new Text(lines.get(at))));
    }
    if (to - from > MOST_LINES) {
      line(change, "      ", "… (" + (to - from - MOST_LINES) + " more lines)");
    }
  }

  private void edge(Difference.OfEdge edge) throws IOException {
    begin("RELATIONS");
    edges++;
    String states =
        edge.change() == Change.CHANGED
            ? " (" + state(edge.from()) + " → " + state(edge.to()) + ")"
            : unusual(edge.from() == null ? edge.to() : edge.from());
    line(
        edge.change(),
        "",
        Plain.text(edge.source() + " " + edge.relation().name() + " " + edge.target()) + states);
  }

  private static String unusual(@Nullable EdgeState state) {
    return state == null || state == EdgeState.RESOLVED ? "" : " (" + state(state) + ")";
  }

  private static String state(@Nullable EdgeState state) {
    return state == null ? "" : state.text();
  }

  private void finding(Difference.OfFinding difference) throws IOException {
    begin("FINDINGS");
    findings++;
    Finding finding = difference.finding();
    line(
        difference.change(),
        "",
        finding.level().text()
            + " "
            + finding.code()
            + " "
            + Plain.text(finding.object() + ": " + finding.message()));
  }

  private void begin(String next) throws IOException {
    if (section.equals(next)) {
      return;
    }
    if (!section.isEmpty()) {
      line("", "");
    }
    section = next;
    line("", Colour.BOLD.paint(next, coloured));
  }

  private void line(Change change, String indent, String text) throws IOException {
    String marked =
        switch (change) {
          case ADDED -> Colour.GREEN.paint("+ " + text, coloured);
          case REMOVED -> Colour.RED.paint("- " + text, coloured);
          case CHANGED -> Colour.YELLOW.paint("~ " + text, coloured);
        };
    line(indent, marked);
  }

  private void line(String indent, String text) throws IOException {
    out.write(indent);
    out.write(text);
    out.write('\n');
  }
}
