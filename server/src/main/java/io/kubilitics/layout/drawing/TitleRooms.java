package io.kubilitics.layout.drawing;

import io.kubilitics.layout.text.TextMeasure;
import io.kubilitics.layout.text.TextStyle;
import io.kubilitics.model.drawing.Block.App;
import io.kubilitics.model.drawing.Label;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.model.drawing.Tally;
import java.util.List;
import java.util.Map;

/// How much room the titles of frames and blocks have, in pixels at the level's own scale: beside
/// them stand numbers of objects, marks with numbers, and notes.
final class TitleRooms {
  private static final int FRAME_MARGINS = 66;
  private static final int SMALL_FRAME_MARGINS = 47;
  private static final int TILE_FRAME_MARGINS = 46;
  private static final int BLOCK_MARGINS = 32;
  private static final int BLOCK_GAP = 8;
  private static final int TILE_INSET = 8;
  private static final int TILE_MARGINS = 36;
  private static final int TILE_MARK = 18;
  private static final int PLAIN_TILE_MARGINS = 16;
  private static final int LINE_MARGINS = 24;
  private static final int MARK_MARGINS = 28;
  private static final int SMALL_MARK_MARGINS = 22;
  private static final int FLAT_TILE = 30;
  private static final int TALL_TILE = 90;
  private static final int TILE_COUNT_FROM = 92;
  private static final int TILE_MARK_FROM = 70;

  /// What a title keeps, however much stands beside it: numbers give way to a short one.
  private static final int LEAST_PERCENT = 40;

  private static final int LEAST_TITLE = 72;
  private static final int SMALL_FRAME_INDENT = 27 + 10;
  private static final int TILE_FRAME_INDENT = 7 + 5;

  private final Level level;

  TitleRooms(Level level) {
    this.level = level;
  }

  Label frame(String title, int frameWidth, int frameHeight, Tally tally, Look look) {
    int width = frameWidth / level.divisor();
    return switch (level) {
      case DETAIL -> {
        String objects = objects(tally);
        int beside = TextMeasure.width(objects, TextStyle.FRAME_NOTE) + MARK_MARGINS;
        int room = width - FRAME_MARGINS;
        int marks = marks(tally, MARK_MARGINS, TextStyle.ROW_NAME, true);
        yield TextMeasure.fitted(title, most(room, beside + marks), TextStyle.FRAME_TITLE);
      }
      case CARDS -> {
        int room = width - SMALL_FRAME_MARGINS;
        int marks = marks(tally, SMALL_MARK_MARGINS, TextStyle.SMALL_NAME, false);
        int most = most(room, smallCount(tally) + marks);
        int least = Math.min(width - SMALL_FRAME_INDENT, LEAST_TITLE);
        yield TextMeasure.fitted(title, Math.max(most, least), TextStyle.SMALL_FRAME_TITLE);
      }
      case APPS -> {
        int marks = marks(tally, SMALL_MARK_MARGINS, TextStyle.SMALL_NAME, false);
        int most = most(width - TILE_FRAME_MARGINS, smallCount(tally) + marks);
        int least = Math.min(width - TILE_FRAME_INDENT, LEAST_TITLE);
        yield TextMeasure.fitted(title, Math.max(most, least), TextStyle.TILE_TITLE);
      }
      case NAMESPACES -> namespaceTile(title, width, frameHeight / level.divisor(), tally, look);
    };
  }

  private static Label namespaceTile(String title, int width, int height, Tally tally, Look look) {
    int room = width - 2 * TILE_INSET;
    int count = width > TILE_COUNT_FROM ? smallCount(tally) + TILE_INSET : 0;
    int mark = width > TILE_MARK_FROM && Looks.isAlarm(look) ? TILE_MARK : 0;
    return TextMeasure.fitted(title, room - count - mark, tileStyle(height));
  }

  /// What a namespace's tile of this height is titled in.
  private static TextStyle tileStyle(int height) {
    if (height < FLAT_TILE) {
      return TextStyle.SMALL_BLOCK_TITLE;
    }
    return height > TALL_TILE ? TextStyle.TILE_LARGE_TITLE : TextStyle.TILE_TITLE;
  }

  /// Of a whole line in a frame.
  Label frameNote(String note, int frameWidth) {
    return TextMeasure.clipped(
        note, frameWidth / level.divisor() - FRAME_MARGINS, TextStyle.FRAME_NOTE);
  }

  /// @param note beside the title, when all is told
  /// @param apps in the block; a tile has their icon before its title
  /// @param ready at the right end of a tile
  Label block(String title, int blockWidth, String note, List<App> apps, String ready, Look look) {
    int width = blockWidth / level.divisor();
    return switch (level) {
      case DETAIL -> {
        int beside = TextMeasure.width(note, TextStyle.BLOCK_NOTE) + BLOCK_GAP;
        yield TextMeasure.fitted(title, most(width - BLOCK_MARGINS, beside), TextStyle.BLOCK_TITLE);
      }
      case CARDS ->
          TextMeasure.fitted(
              title, width - BLOCK_MARGINS / level.divisor(), TextStyle.SMALL_BLOCK_TITLE);
      case APPS, NAMESPACES -> {
        int margins = apps.isEmpty() ? PLAIN_TILE_MARGINS : TILE_MARGINS;
        int mark = look == Look.HEALTHY || look == Look.PLAIN ? 0 : TILE_MARK;
        int room = width - TILE_INSET - margins - mark;
        yield TextMeasure.fitted(
            title, room - TextMeasure.width(ready, TextStyle.TILE_TITLE), TextStyle.TILE_TITLE);
      }
    };
  }

  /// @param title already cut
  Label blockNote(String note, int blockWidth, Label title) {
    if (level != Level.DETAIL) {
      return new Label("", note);
    }
    int beside = TextMeasure.width(title.text(), TextStyle.BLOCK_TITLE) + BLOCK_GAP;
    return TextMeasure.clipped(note, blockWidth - BLOCK_MARGINS - beside, TextStyle.BLOCK_NOTE);
  }

  /// One of several apps in a tile.
  Label app(String name, int blockWidth, String ready) {
    int room = blockWidth / level.divisor() - TILE_INSET - LINE_MARGINS;
    int beside = TextMeasure.width(ready, TextStyle.TILE_LINE) + TILE_MARK;
    return TextMeasure.fitted(name, (room - beside) / 2, TextStyle.TILE_LINE);
  }

  static String objects(Tally tally) {
    return Figures.grouped(tally.objects()) + (tally.objects() == 1 ? " object" : " objects");
  }

  private static int smallCount(Tally tally) {
    return TextMeasure.width(Figures.grouped(tally.objects()), TextStyle.TILE_LINE) + BLOCK_GAP;
  }

  private static int marks(Tally tally, int margins, TextStyle style, boolean withHealthy) {
    int width = 0;
    for (Map.Entry<Look, Integer> look : tally.looks().entrySet()) {
      if (look.getKey() != Look.PLAIN && (withHealthy || look.getKey() != Look.HEALTHY)) {
        width += margins + TextMeasure.width(Integer.toString(look.getValue()), style);
      }
    }
    return width;
  }

  private static int most(int room, int beside) {
    return Math.max(room - beside, room * LEAST_PERCENT / 100);
  }
}
