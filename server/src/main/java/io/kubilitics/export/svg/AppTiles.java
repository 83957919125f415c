package io.kubilitics.export.svg;

import io.kubilitics.layout.drawing.Figures;
import io.kubilitics.layout.drawing.KindWords;
import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.Hue;
import io.kubilitics.model.drawing.Label;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.model.drawing.Tally;

/// Blocks as tiles: what runs there and how it is, and how many objects that stands for.
final class AppTiles {
  /// How far a tile stays inside its block, in pixels: what is between tiles is for streets.
  static final int INSET = 3;

  private static final int RADIUS = 4;
  private static final int FLAT = 34;
  private static final int LINE = 17;
  private static final int LINES_FROM = 38;
  private static final int PODS = 6;
  private static final int COUNT_FROM = 104;
  private static final int PAD = 7;
  private static final int WIDE = 110;
  private static final int NARROW_FROM = 28;
  private static final int ICON_FROM = 60;

  private final Pen pen;
  private final Emphasis emphasis;

  AppTiles(Pen pen, Emphasis emphasis) {
    this.pen = pen;
    this.emphasis = emphasis;
  }

  /// @param at of the block, in pixels
  void paint(Block block, Rect at) {
    int width = Math.max(1, at.width() - 2 * INSET);
    int height = Math.max(1, at.height() - 2 * INSET);
    boolean holds = block.apps().stream().anyMatch(app -> emphasis.touches(app.id()));
    boolean chosen = block.apps().stream().anyMatch(app -> emphasis.isSelected(app.id()));
    Rule dimming = holds ? null : emphasis.dimming(block.look());
    pen.openAt(at.x() + INSET, at.y() + INSET, dimming, "data-key", block.key());
    pen.title(title(block));
    if (block.apps().isEmpty()) {
      plain(block, width, height);
    } else {
      app(block, width, height);
    }
    if (chosen) {
      pen.rect(Rules.HALO, -3, -3, width + 6, height + 6, RADIUS + 3);
      pen.rect(Rules.OUTLINE, -1, -1, width + 2, height + 2, RADIUS + 1);
    }
    pen.close();
  }

  /// What has no workload.
  private void plain(Block block, int width, int height) {
    pen.box(Rules.plainTile(block.look()), 0, 0, width, height, RADIUS);
    int base = Math.min(height / 2 + 4, LINE);
    int right = width - PAD;
    String count = Figures.grouped(block.tally().objects());
    int taken = Pen.width(count, Rules.SMALL_COUNT) + 6;
    if (Pen.width(block.title().full(), Rules.TILE_LINE) + taken <= right - PAD || width > WIDE) {
      pen.text(right, base, count, Rules.SMALL_COUNT, Rules.END);
      right -= taken;
    }
    if (LookColours.isTrouble(block.look()) && right - 14 > PAD) {
      right -= 10;
      pen.mark(block.look(), right, base - 9, 9);
      right -= 4;
    }
    pen.text(PAD, base, whole(block.title(), right - PAD, Rules.TILE_LINE), Rules.TILE_LINE);
    boolean canBeIll = block.tally().count(Look.PLAIN) < block.tally().objects();
    if (canBeIll && height >= FLAT && width > 2 * PAD) {
      HealthBar.paintEach(pen, block.tally(), new Rect(PAD, base + 8, width - 2 * PAD, PODS));
    }
  }

  private void app(Block block, int width, int height) {
    pen.box(Rules.card(block.look()), 0, 0, width, height, RADIUS);
    boolean flat = height < FLAT;
    if (width < WIDE && height >= NARROW_FROM) {
      narrow(block, width, height);
      return;
    }
    head(block, width, flat ? height / 2 + 4 : LINE);
    if (flat) {
      return;
    }
    int bottom = height - PODS - 6;
    int room = (bottom - 10 - LINES_FROM) / LINE + 1;
    int lines = block.apps().size() > 1 ? Math.clamp(room, 0, block.apps().size()) : 0;
    AppLines.paint(pen, block.apps().subList(0, lines), width, LINES_FROM, LINE);
    int right = width - PAD;
    if (width > COUNT_FROM && height > 37) {
      String count = KindWords.counted(block.tally().objects(), "object");
      if (lines > 0 && lines < block.apps().size()) {
        count = "+ " + KindWords.counted(block.apps().size() - lines, "app") + " · " + count;
      }
      pen.text(right, bottom + PODS, count, Rules.VERB, Rules.END);
      right -= Pen.width(count, Rules.VERB) + 6;
    }
    if (lines == 0 && right > 24) {
      HealthBar.paintEach(pen, pods(block), new Rect(PAD, bottom, right - PAD, PODS));
    }
  }

  /// Title and figures do not go into one line.
  private void narrow(Block block, int width, int height) {
    Look look = block.look();
    int right = width - PAD;
    int left = PAD;
    if (Pen.width(block.title().full(), Rules.TILE_TITLE) <= right - 24) {
      String glyph = block.apps().getFirst().glyph();
      pen.icon(glyph, Rules.icon(Hue.WORKLOAD, Look.PLAIN), PAD, 4, 12);
      left = 24;
    }
    pen.text(left, 14, whole(block.title(), right - left, Rules.TILE_TITLE), Rules.TILE_TITLE);
    String ready = Pen.cut(readyOf(block), right - PAD - 13, Rules.TILE_TITLE);
    int base = Math.min(height - 6, 30);
    Rule word = LookColours.isTrouble(look) ? Rules.word(look) : null;
    int after = PAD;
    if (LookColours.isMarked(look)) {
      pen.mark(look, PAD, base - 9, 10);
      after += 14;
    }
    pen.text(after, base, ready, Rules.TILE_TITLE, word);
    after += Pen.width(ready, Rules.TILE_TITLE) + 8;
    if (height - 12 >= base + 5) {
      HealthBar.paintEach(pen, pods(block), new Rect(PAD, height - PODS - 6, right - PAD, PODS));
    } else if (right - after > 12) {
      HealthBar.paintEach(pen, pods(block), new Rect(after, base - 7, right - after, PODS));
    }
  }

  private void head(Block block, int width, int base) {
    Look look = block.look();
    int left = PAD;
    if (width >= ICON_FROM) {
      String glyph = block.apps().getFirst().glyph();
      pen.icon(glyph, Rules.icon(Hue.WORKLOAD, Look.PLAIN), PAD, base - 10, 12);
      left = 24;
    }
    String ready = Pen.cut(readyOf(block), width / 2, Rules.TILE_TITLE);
    int right = width - PAD;
    if (right - Pen.width(ready, Rules.TILE_TITLE) > left) {
      Rule word = LookColours.isTrouble(look) ? Rules.word(look) : null;
      pen.text(right, base, ready, Rules.TILE_TITLE, word, Rules.END);
      right -= Pen.width(ready, Rules.TILE_TITLE);
    }
    if (LookColours.isMarked(look) && right - 16 > left) {
      right -= 15;
      pen.mark(look, right, base - 9, 10);
    }
    String title = whole(block.title(), right - left - 6, Rules.TILE_TITLE);
    pen.text(left, base, title, Rules.TILE_TITLE);
  }

  /// As much of a title as there is room for here.
  private static String whole(Label title, int room, Rule rule) {
    return Pen.cut(title.full(), room, rule);
  }

  private static String readyOf(Block block) {
    return block.apps().size() == 1 ? block.apps().getFirst().ready() : ready(pods(block));
  }

  private static Tally pods(Block block) {
    Tally pods = Tally.NOTHING;
    for (Block.App app : block.apps()) {
      pods = pods.plus(app.pods());
    }
    return pods;
  }

  private static String ready(Tally pods) {
    int well = pods.count(Look.HEALTHY) + pods.count(Look.DONE);
    return pods.objects() == 0 ? "" : well + "/" + pods.objects();
  }

  private static String title(Block block) {
    StringBuilder title = new StringBuilder(block.title().full());
    for (Block.App app : block.apps()) {
      title.append(" · ").append(app.name().full()).append(' ').append(app.ready());
      if (LookColours.isTrouble(app.look())) {
        title.append(' ').append(app.look().text());
      }
    }
    return title + " · " + KindWords.counted(block.tally().objects(), "object");
  }
}
