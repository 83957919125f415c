package io.kubilitics.export.svg;

import io.kubilitics.layout.drawing.Figures;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Point;
import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.model.drawing.Route;
import io.kubilitics.model.drawing.Tally;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The key below the map: the marks, lines and states that occur, with counts.
final class Legend {
  private static final int LINE = 22;
  private static final int SAMPLE = 26;
  private static final int TOP = 28;
  private static final int BOTTOM = 28;

  private final List<Item> items;
  private final int width;
  private final List<Point> places = new ArrayList<>();

  private Legend(List<Item> items, int width) {
    this.items = items;
    this.width = width;
    place();
  }

  private sealed interface Item {
    /// With the gap after it, in pixels.
    int width();

    void paint(Pen pen, int x, int base);
  }

  private record Heading(String text) implements Item {
    @Override
    public int width() {
      return Pen.width(text, Rules.LEGEND_TITLE) + 12;
    }

    @Override
    public void paint(Pen pen, int x, int base) {
      pen.text(x, base, text, Rules.LEGEND_TITLE);
    }
  }

  private record Health(Look look, String text) implements Item {
    @Override
    public int width() {
      return 16 + Pen.width(text, Rules.LEGEND) + 13;
    }

    @Override
    public void paint(Pen pen, int x, int base) {
      pen.mark(look, x, base - 10, 12);
      pen.text(x + 16, base, text, Rules.LEGEND);
    }
  }

  private record Sample(
      LineColour colour, Route.End end, @Nullable Rule dash, boolean denied, String text)
      implements Item {
    @Override
    public int width() {
      return SAMPLE + 6 + Pen.width(text, Rules.LEGEND) + 13;
    }

    @Override
    public void paint(Pen pen, int x, int base) {
      int y = base - 4;
      Course course = Course.of(List.of(new Point(x, y), new Point(x + SAMPLE, y)));
      PathPen path = pen.path(Rules.line(colour), dash);
      course.draw(path, 0, LineEnd.length(end, true));
      path.end();
      LineEnd.draw(pen, end, Rules.end(end, colour, false), course, true);
      if (denied) {
        pen.path(Rules.DENIED, null).cross(x + SAMPLE / 2 - 2, y, 8).end();
      }
      pen.text(x + SAMPLE + 6, base, text, Rules.LEGEND);
    }
  }

  /// @param used by the map, which is painted before
  static Legend of(Drawing drawing, Ledger used, int width) {
    List<Item> items = new ArrayList<>();
    health(items, drawing);
    relations(items, drawing);
    states(items, drawing.level(), used);
    return new Legend(items, width);
  }

  /// In pixels.
  int height() {
    return items.isEmpty() ? 0 : places.getLast().y() + BOTTOM;
  }

  void paint(Pen pen, int left, int top) {
    if (items.isEmpty()) {
      return;
    }
    pen.path(Rules.RULER, null)
        .moveHalves(2 * left, 2 * top + 1)
        .lineHalves(2 * (left + width), 2 * top + 1)
        .end();
    for (int at = 0; at < items.size(); at++) {
      Point place = places.get(at);
      items.get(at).paint(pen, left + place.x(), top + place.y());
    }
  }

  /// In lines; a heading stays with what follows it.
  private void place() {
    int x = 0;
    int base = TOP;
    for (int at = 0; at < items.size(); at++) {
      boolean heading = items.get(at) instanceof Heading;
      int needed = items.get(at).width();
      if (heading) {
        x += x == 0 ? 0 : 10;
        needed += items.get(at + 1).width();
      }
      if (x > 0 && x + needed > width) {
        x = 0;
        base += LINE;
      }
      places.add(new Point(x, base));
      x += items.get(at).width();
    }
  }

  private static void health(List<Item> items, Drawing drawing) {
    Tally tally = Tally.NOTHING;
    for (Region region : drawing.regions()) {
      tally = tally.plus(region.tally());
    }
    List<Item> found = new ArrayList<>();
    for (Look look : Look.values()) {
      if (look != Look.PLAIN && tally.count(look) > 0) {
        found.add(new Health(look, look.text() + " " + Figures.grouped(tally.count(look))));
      }
    }
    addAll(items, "Health", found);
  }

  private static void relations(List<Item> items, Drawing drawing) {
    Map<Category, Integer> counts = new EnumMap<>(Category.class);
    for (Region region : drawing.regions()) {
      region.relations().forEach((category, count) -> counts.merge(category, count, Integer::sum));
    }
    List<Item> found = new ArrayList<>();
    Set<Category> told = EnumSet.noneOf(Category.class);
    for (Category category : counts.keySet()) {
      if (told.contains(category)) {
        continue;
      }
      List<String> words = new ArrayList<>();
      for (Category other : counts.keySet()) {
        if (looksAlike(category, other)) {
          told.add(other);
          words.add(other.text() + " " + Figures.grouped(counts.getOrDefault(other, 0)));
        }
      }
      found.add(
          new Sample(
              LineColour.of(category),
              Route.endOf(category),
              null,
              false,
              String.join(", ", words)));
    }
    addAll(items, "Relations", found);
  }

  private static void states(List<Item> items, Level level, Ledger used) {
    if (level == Level.NAMESPACES || level == Level.APPS) {
      return;
    }
    List<Item> found = new ArrayList<>();
    if (used.hasLine(EdgeState.MISSING)) {
      found.add(state(LineColour.MISSING, EdgeState.MISSING, false, "target missing"));
    }
    if (used.hasLine(EdgeState.STALE)) {
      found.add(state(LineColour.STALE, EdgeState.STALE, false, "another object of that name"));
    }
    if (used.hasLine(EdgeState.DENIED)) {
      found.add(state(LineColour.OTHER, EdgeState.DENIED, false, "denied: no grant"));
    }
    if (used.hasLine(EdgeState.UNKNOWN)) {
      found.add(state(LineColour.OTHER, EdgeState.UNKNOWN, false, "target not known"));
    }
    if (used.hasInferredLine()) {
      found.add(state(LineColour.OTHER, EdgeState.RESOLVED, true, "inferred"));
    }
    addAll(items, "States", found);
  }

  private static Sample state(LineColour colour, EdgeState state, boolean inferred, String text) {
    return new Sample(
        colour, Route.End.CHEVRON, Lines.dash(state, inferred), state == EdgeState.DENIED, text);
  }

  private static boolean looksAlike(Category one, Category other) {
    return LineColour.of(one) == LineColour.of(other) && Route.endOf(one) == Route.endOf(other);
  }

  private static void addAll(List<Item> items, String heading, List<Item> found) {
    if (!found.isEmpty()) {
      items.add(new Heading(heading));
      items.addAll(found);
    }
  }
}
