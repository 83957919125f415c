package io.kubilitics.export.svg;

import io.kubilitics.layout.drawing.Figures;
import io.kubilitics.model.Point;
import io.kubilitics.model.drawing.Frame.AppCell;
import io.kubilitics.model.drawing.Look;

/// One kind in the cluster's strip.
///
/// @param low in one line
/// @param nodes how many cells there may be for Nodes
record StripItem(Pen pen, boolean low, int nodes) {
  private static final String NODE = "node";
  private static final int NODE_PITCH = 8;
  private static final int MOST_TITLE = 140;

  int pad() {
    return low ? 6 : 14;
  }

  int gap() {
    return low ? 14 : 26;
  }

  /// From one row to the next.
  int pitch() {
    return low ? 16 : 36;
  }

  /// Of the first line, in its row.
  int base() {
    return low ? 12 : 16;
  }

  int icon() {
    return low ? 10 : 14;
  }

  int iconTop() {
    return low ? 3 : 5;
  }

  /// From the icon to the text.
  int indent() {
    return low ? 14 : 20;
  }

  Rule title() {
    return low ? Rules.TILE_SMALL_TITLE : Rules.SMALL_FRAME_TITLE;
  }

  int width(AppCell kind) {
    int count = Pen.width(count(kind), number());
    int word = Pen.width(word(kind), words());
    if (low) {
      return indent() + count + 4 + word;
    }
    if (!isOfNodes(kind)) {
      return indent() + Math.max(count, word);
    }
    return Math.max(indent() + count + 5 + word, NodeCells.width(kind.tally(), NODE_PITCH, nodes));
  }

  /// @param parted whether a line parts it from what stands left of it
  void paint(AppCell kind, Point at, boolean parted) {
    if (parted && !low) {
      int x = 2 * at.x() - gap() - 1;
      pen.path(Rules.PIPE, null)
          .moveHalves(x, 2 * at.y() + 12)
          .lineHalves(x, 2 * at.y() + 68)
          .end();
    }
    pen.icon(kind.glyph(), Rules.icon(kind.hue(), Look.PLAIN), at.x(), at.y() + iconTop(), icon());
    int text = at.x() + indent();
    int base = at.y() + base();
    Rule word = LookColours.isTrouble(kind.look()) ? Rules.word(kind.look()) : null;
    pen.text(text, base, count(kind), number(), word);
    int after = text + Pen.width(count(kind), number()) + (low ? 4 : 5);
    if (low || isOfNodes(kind)) {
      pen.text(after, base, word(kind), words());
    } else {
      pen.text(text, base + 15, word(kind), words());
    }
    if (!low && isOfNodes(kind)) {
      NodeCells.paint(pen, kind.tally(), new Point(at.x(), base + 6), NODE_PITCH, nodes);
    }
  }

  private Rule number() {
    return low ? Rules.SMALL_TITLE : Rules.SMALL_FRAME_TITLE;
  }

  private Rule words() {
    return low ? Rules.SMALL_COUNT : Rules.BLOCK_NOTE;
  }

  private static String count(AppCell kind) {
    return Figures.grouped(kind.tally().objects());
  }

  private String word(AppCell kind) {
    return Pen.cut(kind.title(), MOST_TITLE, words());
  }

  static boolean isOfNodes(AppCell kind) {
    return kind.glyph().equals(NODE);
  }
}
