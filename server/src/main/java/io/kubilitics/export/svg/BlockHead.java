package io.kubilitics.export.svg;

import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.Level;

/// The surface of a block with its title, where its cards are painted.
final class BlockHead {
  private BlockHead() {}

  /// @param at in pixels
  static void paint(Pen pen, Block block, Rect at, Level level) {
    if (level == Level.DETAIL) {
      pen.rect(Rules.BLOCK, at, 10);
      String title = Pen.fitted(block.title(), at.width() - 32, Rules.BLOCK_TITLE);
      pen.text(at.x() + 16, at.y() + 20, title, Rules.BLOCK_TITLE);
      int x = 16 + Pen.width(title, Rules.BLOCK_TITLE) + 8;
      String note = Pen.clipped(block.note(), at.width() - 16 - x, Rules.BLOCK_NOTE);
      pen.text(at.x() + x, at.y() + 20, note, Rules.BLOCK_NOTE);
    } else {
      pen.rect(Rules.BLOCK, at, 5);
      String title = Pen.fitted(block.title(), at.width() - 16, Rules.SMALL_TITLE);
      pen.text(at.x() + 8, at.y() + 12, title, Rules.SMALL_TITLE);
    }
  }
}
