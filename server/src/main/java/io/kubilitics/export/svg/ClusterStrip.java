package io.kubilitics.export.svg;

import io.kubilitics.layout.drawing.KindWords;
import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Frame.AppCell;
import java.util.ArrayList;
import java.util.List;

/// The cluster band as a tile: how many there are of each kind, and a cell for each Node. In two
/// lines each where all of them have room so, else in one; what has no room is counted at the end.
final class ClusterStrip {
  /// Below this there is no room for a text.
  private static final int LOWEST = 11;

  /// Nodes take no more than a third of a row, 8 pixels each.
  private static final int NODES_SHARE = 24;

  private final Pen pen;
  private final Frame frame;
  private final List<AppCell> kinds;
  private final int width;
  private final int height;

  private ClusterStrip(Pen pen, Frame frame, Rect at) {
    this.pen = pen;
    this.frame = frame;
    kinds = kinds(frame);
    width = at.width();
    height = at.height();
  }

  /// @param at of the band, in pixels
  static void paint(Pen pen, Frame frame, Rect at) {
    pen.openAt(at.x(), at.y(), null, "data-key", frame.key());
    pen.title(frame.title().full() + " · " + KindWords.counted(frame.tally().objects(), "object"));
    pen.box(Rules.FRAME, 0, 0, at.width(), at.height(), at.height() < 20 ? 4 : 8);
    if (at.height() >= LOWEST) {
      new ClusterStrip(pen, frame, at).items();
    }
    pen.close();
  }

  private void items() {
    int nodes = Math.clamp(width / NODES_SHARE, 8, 60);
    StripItem high = new StripItem(pen, false, nodes);
    List<Point> places = places(high);
    if (places.size() == kinds.size()) {
      paint(high, places);
      return;
    }
    StripItem low = new StripItem(pen, true, nodes);
    paint(low, places(low));
  }

  /// Where the kinds stand that have room, in rows.
  private List<Point> places(StripItem item) {
    List<Point> places = new ArrayList<>();
    int y = top(item);
    int x = item.pad() + headWidth(item);
    for (AppCell kind : kinds) {
      int needed = item.width(kind);
      if (x + needed > width - item.pad()) {
        x = item.pad();
        y += item.pitch();
      }
      if (y + item.pitch() > height || x + needed > width - item.pad()) {
        return places;
      }
      places.add(new Point(x, y));
      x += needed + item.gap();
    }
    return places;
  }

  private void paint(StripItem item, List<Point> places) {
    head(item);
    int shown = places.size();
    if (shown < kinds.size()) {
      shown = withRest(item, places);
    }
    for (int at = 0; at < shown; at++) {
      Point place = places.get(at);
      boolean first = at == 0 || places.get(at - 1).y() != place.y();
      item.paint(kinds.get(at), place, !first || place.x() > item.pad());
    }
  }

  /// Paints what stands for the kinds without room, in the place of the last ones that have it.
  ///
  /// @return how many kinds are left to be painted
  private int withRest(StripItem item, List<Point> places) {
    for (int shown = places.size(); shown >= 0; shown--) {
      String rest = rest(kinds.subList(shown, kinds.size()));
      Point at = shown < places.size() ? places.get(shown) : after(item, places);
      if (at.x() + Pen.width(rest, Rules.SMALL_COUNT) <= width - item.pad()) {
        pen.text(at.x(), at.y() + item.base(), rest, Rules.SMALL_COUNT);
        return shown;
      }
    }
    return 0;
  }

  /// Where the row goes on behind the last place.
  private Point after(StripItem item, List<Point> places) {
    if (places.isEmpty()) {
      return new Point(item.pad() + headWidth(item), top(item));
    }
    Point last = places.getLast();
    return last.plus(item.width(kinds.get(places.size() - 1)) + item.gap(), 0);
  }

  /// Nodes first, then the others as they come; what is outside the cluster is not counted here.
  private static List<AppCell> kinds(Frame frame) {
    List<AppCell> kinds = new ArrayList<>();
    for (AppCell kind : frame.apps()) {
      if (StripItem.isOfNodes(kind)) {
        kinds.add(kind);
      }
    }
    for (AppCell kind : frame.apps()) {
      if (!StripItem.isOfNodes(kind) && kind.tally().objects() > 0) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  private void head(StripItem item) {
    int x = item.pad();
    int text = x + item.indent();
    Rule title = item.title();
    String name = Pen.fitted(frame.title(), width - text - item.pad(), title);
    if (name.isEmpty()) {
      return;
    }
    pen.icon("cluster", Rules.ICON_PLAIN, x, top(item) + item.iconTop(), item.icon());
    pen.text(text, top(item) + item.base(), name, title);
    String objects = KindWords.counted(frame.tally().objects(), "object");
    if (!item.low() && Pen.width(objects, Rules.BLOCK_NOTE) <= width - text - item.pad()) {
      pen.text(text, top(item) + item.base() + 15, objects, Rules.BLOCK_NOTE);
    }
  }

  private int headWidth(StripItem item) {
    int room = width - item.indent() - 2 * item.pad();
    int name = Pen.width(Pen.fitted(frame.title(), room, item.title()), item.title());
    String objects = KindWords.counted(frame.tally().objects(), "object");
    int note = item.low() ? 0 : Math.min(room, Pen.width(objects, Rules.BLOCK_NOTE));
    return item.indent() + Math.max(name, note) + item.gap();
  }

  /// The rows stand in the middle of the height.
  private int top(StripItem item) {
    int rows = Math.max(1, height / item.pitch());
    return Math.max(0, item.low() ? 0 : (height - rows * item.pitch()) / 2);
  }

  private static String rest(List<AppCell> kinds) {
    int objects = 0;
    for (AppCell kind : kinds) {
      objects += kind.tally().objects();
    }
    return "+ "
        + KindWords.counted(kinds.size(), "kind")
        + ", "
        + KindWords.counted(objects, "object");
  }
}
