package io.kubilitics.export.svg;

import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.Card;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Lit;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.model.drawing.Route;
import java.util.function.BiConsumer;

/// Paints what is on the canvas, back to front: frames with what is in them, streets, lines of the
/// selection, pills.
final class MapPainter {
  private final Pen pen;
  private final Drawing drawing;
  private final Rect view;
  private final Scale scale;
  private final Emphasis emphasis;
  private final CardPainter cards;
  private final Lines lines;
  private final TilePainter tiles;

  /// @param view the part of the canvas that is painted
  MapPainter(Pen pen, Drawing drawing, Rect view) {
    this.pen = pen;
    this.drawing = drawing;
    this.view = view;
    scale = Scale.of(drawing.level());
    emphasis = Emphasis.of(drawing.lit());
    cards =
        drawing.level() == Level.DETAIL
            ? new DetailCards(pen, emphasis)
            : new SmallCards(pen, emphasis, scale);
    lines = new Lines(pen, drawing.level());
    tiles = new TilePainter(pen, drawing, emphasis);
  }

  void paint() {
    for (Region region : drawing.regions()) {
      region(region);
    }
    Lit lit = drawing.lit();
    if (lit != null) {
      paint(lit);
    }
  }

  private void region(Region region) {
    pen.open(null, "data-cluster", region.cluster().value());
    for (Frame frame : region.frames()) {
      if (frame.rect().overlaps(view)) {
        if (drawing.level() == Level.NAMESPACES) {
          tiles.frame(frame, region);
        } else {
          frame(frame, FrameGlyph.of(frame, region));
        }
      }
    }
    tiles.streets(region);
    pen.close();
  }

  private void frame(Frame frame, String glyph) {
    Rect at = scale.px(frame.rect());
    pen.open(null, "data-key", frame.key());
    switch (drawing.level()) {
      case DETAIL -> {
        pen.box(frameRule(frame), at, 14);
        FrameHead.DETAIL.paint(pen, frame, glyph, at);
        blocks(frame);
      }
      case CARDS -> {
        pen.box(frameRule(frame), at, 8);
        FrameHead.CARDS.paint(pen, frame, glyph, at);
        blocks(frame);
      }
      case APPS -> {
        pen.box(frameRule(frame), at, 6);
        FrameHead.APPS.paint(pen, frame, glyph, at);
        tiles.apps(frame);
      }
      case NAMESPACES -> throw new IllegalStateException("frames are tiles");
    }
    pen.close();
  }

  private void blocks(Frame frame) {
    for (Block block : frame.blocks()) {
      Rect at = block.rect().plus(frame.rect().x(), frame.rect().y());
      pen.open(null, "data-key", block.key());
      BlockHead.paint(pen, block, scale.px(at), drawing.level());
      restingLines(block, at);
      for (Card card : block.cards()) {
        cards.paint(card, scale.px(card.rect().plus(at.x(), at.y())));
      }
      pen.close();
    }
  }

  private void restingLines(Block block, Rect at) {
    if (block.routes().isEmpty()) {
      return;
    }
    pen.open(emphasis.isOn() ? Rules.DIM_LINES : null);
    lines(block, at, false);
    pen.close();
  }

  private void lines(Block block, Rect at, boolean lit) {
    Uprights uprights = new Uprights();
    for (Route route : block.routes()) {
      uprights.add(scale.px(route.points(), at.x(), at.y()));
    }
    for (Route route : block.routes()) {
      if (emphasis.isLit(route) == lit) {
        lines.paint(route, scale.px(route.points(), at.x(), at.y()), lit, uprights);
      }
    }
  }

  private void paint(Lit lit) {
    forEachBlock((block, at) -> lines(block, at, true));
    for (Route route : lit.routes()) {
      lines.paint(route, scale.px(route.points(), 0, 0), true, null);
    }
    for (Lit.Pill pill : lit.pills()) {
      Pills.paint(pen, pill.text(), scale.px(pill.at().x()), scale.px(pill.at().y()));
    }
  }

  private void forEachBlock(BiConsumer<Block, Rect> action) {
    for (Region region : drawing.regions()) {
      for (Frame frame : region.frames()) {
        for (Block block : frame.blocks()) {
          action.accept(block, block.rect().plus(frame.rect().x(), frame.rect().y()));
        }
      }
    }
  }

  /// Only what is wrong with the frame itself shows in its border: its cards tell their own.
  private static Rule frameRule(Frame frame) {
    return switch (frame.look()) {
      case LOCKED -> Rules.frame(frame.look());
      case FAILED,
          DEGRADED,
          PROGRESSING,
          SUSPENDED,
          MISSING,
          UNKNOWN,
          STALE,
          LEAVING,
          DONE,
          HEALTHY,
          PLAIN ->
          Rules.FRAME;
    };
  }
}
