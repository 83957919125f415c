package io.kubilitics.cli;

import io.kubilitics.check.Code;
import io.kubilitics.model.Finding;
import io.kubilitics.model.Finding.Level;
import io.kubilitics.session.DocumentFindings;
import io.kubilitics.source.Place;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The findings for a person: each object with what is wrong with it, the worst objects first, then
/// what to do for each code, once, and how much there is.
final class CheckTable {
  private static final int LEVEL_WIDTH = "warning".length();
  private static final String GAP = "  ";

  private final CheckReport report;
  private final boolean coloured;
  private final Writer out;

  CheckTable(CheckReport report, boolean coloured, OutputStream out) {
    this.report = report;
    this.coloured = coloured;
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  /// Writes it all and flushes.
  void write() throws IOException {
    for (List<Finding> ofObject : byObject()) {
      writeObject(ofObject);
    }
    writeAdvice();
    line(summary());
    for (String sentence : report.leftOut()) {
      line(Colour.DIM.paint(sentence, coloured));
    }
    out.flush();
  }

  private List<List<Finding>> byObject() {
    Map<String, List<Finding>> objects = new LinkedHashMap<>();
    for (Finding finding : report.findings().list()) {
      objects.computeIfAbsent(finding.object().toString(), _ -> new ArrayList<>()).add(finding);
    }
    List<List<Finding>> groups = new ArrayList<>(objects.values());
    groups.sort(
        Comparator.<List<Finding>, Level>comparing(group -> group.getFirst().level())
            .thenComparing(group -> group.getFirst().object().toString()));
    return groups;
  }

  private void writeObject(List<Finding> findings) throws IOException {
    Finding first = findings.getFirst();
    String file = report.places().of(first).map(place -> file(first, place)).orElse("");
    if (DocumentFindings.isOfDocument(first)) {
      line(Colour.BOLD.paint(Plain.text(first.object().name()), coloured));
    } else {
      line(
          Colour.BOLD.paint(first.object().toString(), coloured)
              + (file.isEmpty() ? "" : GAP + Colour.DIM.paint(file, coloured)));
    }
    for (Finding finding : findings) {
      String place =
          finding.path().isEmpty()
              ? ""
              : GAP + Colour.DIM.paint(Plain.text(finding.path()), coloured);
      line(
          GAP
              + level(finding.level())
              + GAP
              + finding.code()
              + GAP
              + Plain.text(finding.message())
              + place);
    }
    line("");
  }

  private static String file(Finding finding, Place place) {
    return DocumentFindings.isOfDocument(finding) ? "" : Plain.text(place.toString());
  }

  private void writeAdvice() throws IOException {
    Set<String> codes =
        report.findings().list().stream()
            .map(Finding::code)
            .sorted()
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (String code : codes) {
      line(Colour.BOLD.paint(code, coloured) + GAP + Code.named(code).advice());
    }
    if (!codes.isEmpty()) {
      line("");
    }
  }

  private String level(Level level) {
    String text = level.text() + " ".repeat(LEVEL_WIDTH - level.text().length());
    return switch (level) {
      case ERROR -> Colour.BOLD_RED.paint(text, coloured);
      case WARNING -> Colour.YELLOW.paint(text, coloured);
      case INFO -> Colour.CYAN.paint(text, coloured);
    };
  }

  private String summary() {
    String objects = " in " + Counted.of(report.objects(), "object");
    if (!report.findings().isAny(Level.INFO)) {
      return Colour.GREEN.paint("nothing found", coloured) + objects;
    }
    return Counted.of(report.findings().count(Level.ERROR), "error")
        + ", "
        + Counted.of(report.findings().count(Level.WARNING), "warning")
        + ", "
        + report.findings().count(Level.INFO)
        + " for information"
        + objects;
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }
}
