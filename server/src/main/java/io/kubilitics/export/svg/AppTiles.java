package io.kubilitics.export.svg;

import io.kubilitics.model.Rect;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.Hue;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.model.drawing.Tally;
import java.util.List;

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

  private final Pen pen;
  private final Spotlight spotlight;

  AppTiles(Pen pen, Spotlight spotlight) {
    this.pen = pen;
    this.spotlight = spotlight;
  }

  /// @param at of the block, in pixels
  void paint(Block block, Rect at) {
    int width = Math.max(1, at.width() - 2 * INSET);
    int height = Math.max(1, at.height() - 2 * INSET);
    boolean holds = block.apps().stream().anyMatch(app -> spotlight.touches(app.id()));
    boolean chosen = block.apps().stream().anyMatch(app -> spotlight.isSelected(app.id()));
    Rule dimming = holds ? null : spotlight.dimming(block.look());
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
    int base = Math.min(height / 2 + 4, 17);
    String count = Figures.grouped(block.tally().objects());
    int right = width - 7;
    if (Pen.width(count, Rules.SMALL_COUNT) < right - 7) {
      pen.text(right, base, count, Rules.SMALL_COUNT, Rules.END);
      right -= Pen.width(count, Rules.SMALL_COUNT) + 6;
    }
    if (LookColours.isTrouble(block.look()) && right - 14 > 7) {
      right -= 10;
      pen.mark(block.look(), right, base - 9, 9);
      right -= 4;
    }
    String title = Pen.fitted(block.title(), Math.max(0, right - 7), Rules.TILE_LINE);
    pen.text(7, base, title, Rules.TILE_LINE);
    boolean canBeIll = block.tally().count(Look.PLAIN) < block.tally().objects();
    if (canBeIll && height >= FLAT && width > 2 * 7) {
      HealthBar.paintEach(pen, block.tally(), new Rect(7, base + 8, width - 14, PODS));
    }
  }

  private void app(Block block, int width, int height) {
    pen.box(Rules.card(block.look()), 0, 0, width, height, RADIUS);
    boolean flat = height < FLAT;
    head(block, width, flat ? height / 2 + 4 : LINE);
    if (flat) {
      return;
    }
    List<Block.App> apps = block.apps();
    int bottom = height - PODS - 6;
    int lines = Math.min(apps.size(), (bottom - 10 - LINES_FROM) / LINE + 1);
    boolean listed = apps.size() > 1 && lines > 0 && height >= LINES_FROM + LINE;
    if (listed) {
      for (int at = 0; at < lines; at++) {
        line(apps.get(at), width, LINES_FROM + at * LINE);
      }
    }
    int right = width - 7;
    if (width > COUNT_FROM && height > 37) {
      String count = Figures.counted(block.tally().objects(), "object");
      if (listed && lines < apps.size()) {
        count = "+ " + (apps.size() - lines) + " apps · " + count;
      }
      pen.text(right, bottom + PODS, count, Rules.VERB, Rules.END);
      right -= Pen.width(count, Rules.VERB) + 6;
    }
    if (!listed && right > 24) {
      HealthBar.paintEach(pen, pods(block), new Rect(7, bottom, right - 7, PODS));
    }
  }

  private void head(Block block, int width, int base) {
    Block.App main = block.apps().getFirst();
    Look look = block.look();
    pen.icon(main.glyph(), Rules.icon(Hue.WORKLOAD, Look.PLAIN), 7, base - 10, 12);
    String ready = block.apps().size() == 1 ? main.ready() : ready(pods(block));
    ready = Pen.cut(ready, width / 2, Rules.TILE_TITLE);
    int right = width - 7;
    if (right - Pen.width(ready, Rules.TILE_TITLE) > 24) {
      Rule word = LookColours.isTrouble(look) ? Rules.word(look) : null;
      pen.text(right, base, ready, Rules.TILE_TITLE, word, Rules.END);
      right -= Pen.width(ready, Rules.TILE_TITLE);
    }
    if (isMarked(look) && right - 16 > 24) {
      right -= 15;
      pen.mark(look, right, base - 9, 10);
    }
    String title = Pen.fitted(block.title(), Math.max(0, right - 30), Rules.TILE_TITLE);
    pen.text(24, base, title, Rules.TILE_TITLE);
  }

  /// One of several apps.
  private void line(Block.App app, int width, int base) {
    int right = width - 7;
    Rule word = LookColours.isTrouble(app.look()) ? Rules.word(app.look()) : null;
    String ready = Pen.cut(app.ready(), width / 3, Rules.TILE_LINE);
    pen.text(right, base, ready, Rules.TILE_LINE, word, Rules.END);
    right -= Pen.width(ready, Rules.TILE_LINE) + 4;
    if (isMarked(app.look())) {
      right -= 8;
      pen.mark(app.look(), right, base - 8, 8);
      right -= 4;
    }
    int middle = 24 + (right - 24) / 2;
    String name = Pen.fitted(app.name(), Math.max(0, middle - 24), Rules.TILE_LINE);
    pen.text(24, base, name, Rules.TILE_LINE);
    if (right - middle - 6 > 7) {
      HealthBar.paintEach(pen, app.pods(), new Rect(middle + 6, base - 7, right - middle - 6, 7));
    }
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
    return title + " · " + Figures.counted(block.tally().objects(), "object");
  }

  private static boolean isMarked(Look look) {
    return look != Look.HEALTHY && look != Look.PLAIN && look != Look.DONE;
  }
}
