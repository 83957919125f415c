package io.kubilitics.export.svg;

import io.kubilitics.layout.drawing.Figures;
import io.kubilitics.layout.drawing.KindWords;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Region;
import java.util.ArrayList;
import java.util.List;

/// The lines over the map: which cluster, how it is arranged, when it was so, and what is not shown
/// singly. Long ones are broken, never cut.
final class Header {
  private static final int LINE = 18;
  private static final int GAP = 14;

  private final List<Line> lines;
  private final int width;

  private Header(List<Line> lines, int width) {
    this.lines = lines;
    this.width = width;
  }

  /// @param title at the left, bold; may be empty
  /// @param note after it
  /// @param right at the right end
  private record Line(String title, String note, String right) {}

  /// @param width in pixels
  static Header of(Drawing drawing, int width) {
    List<Line> lines = new ArrayList<>();
    for (Region region : drawing.regions()) {
      String title = region.cluster().value();
      String note = shown(region, drawing.level());
      String right = moment(region);
      int taken = Pen.width(title, Rules.SHEET_TITLE) + GAP + Pen.width(note, Rules.SHEET_NOTE);
      if (taken + 2 * GAP + Pen.width(right, Rules.SHEET_NOTE) <= width) {
        lines.add(new Line(title, note, right));
      } else {
        Wrapped.lines(title, width, Rules.SHEET_TITLE.type())
            .forEach(text -> lines.add(new Line(text, "", "")));
        notes(lines, note, width);
        notes(lines, right, width);
      }
      notes(lines, String.join(" · ", region.notes()), width);
    }
    return new Header(lines, width);
  }

  /// In pixels.
  int height() {
    return lines.size() * LINE;
  }

  void paint(Pen pen, int left, int top) {
    int base = top + 12;
    for (Line line : lines) {
      pen.text(left, base, line.title(), Rules.SHEET_TITLE);
      int title = Pen.width(line.title(), Rules.SHEET_TITLE);
      pen.text(left + (title == 0 ? 0 : title + GAP), base, line.note(), Rules.SHEET_NOTE);
      pen.text(left + width, base, line.right(), Rules.SHEET_NOTE, Rules.END);
      base += LINE;
    }
  }

  private static void notes(List<Line> lines, String text, int width) {
    for (String line : Wrapped.lines(text, width, Rules.SHEET_NOTE.type())) {
      lines.add(new Line("", line, ""));
    }
  }

  private static String shown(Region region, Level level) {
    List<String> parts = new ArrayList<>();
    if (!region.filters().isEmpty()) {
      parts.add(String.join(" ", region.filters()));
    }
    parts.add(region.arrangement().equals("none") ? "in one group" : "by " + region.arrangement());
    parts.add(
        switch (level) {
          case NAMESPACES -> "groups as tiles";
          case APPS -> "apps as tiles";
          case CARDS -> "objects as cards";
          case DETAIL -> "every detail";
        });
    parts.add(KindWords.counted(region.tally().objects(), "object"));
    return String.join(" · ", parts);
  }

  private static String moment(Region region) {
    String time = SheetTime.of(region.asOf());
    String moment =
        region.revision() == 0 ? time : time + " · revision " + Figures.grouped(region.revision());
    return region.complete() ? moment : moment + " · not everything is known";
  }
}
