package io.kubilitics.layout.drawing;

import io.kubilitics.layout.text.TextMeasure;
import io.kubilitics.layout.text.TextStyle;
import io.kubilitics.model.drawing.CardShape;
import io.kubilitics.model.drawing.Label;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Look;

/// How much room each text of a card has, in pixels at the level's own scale: the width of the card
/// without margins, icon, marks, and the texts beside it.
final class CardRooms {
  private static final int NAME_MARGINS = 50;
  private static final int FACT_MARGINS = 49;
  private static final int WORKLOAD_NAME_MARGINS = 64;
  private static final int WORKLOAD_FACT_MARGINS = 66;
  private static final int MOST_TAG = 84;
  private static final int ROW_MARGINS = 40;
  private static final int MOST_ROW_FACT = 100;
  private static final int SMALL_MARGINS = 22;
  private static final int SMALL_MARK = 11;
  private static final int SMALL_WORKLOAD_MARGINS = 34;
  private static final int SMALL_WORKLOAD_MARK = 14;

  private final Level level;

  /// @param level one that has cards
  CardRooms(Level level) {
    this.level = level;
  }

  /// @param ready at the right end of the name
  /// @param fact already cut; beside the name of a row
  Label name(String name, CardShape shape, int width, Look look, String ready, Label fact) {
    return TextMeasure.fitted(name, nameRoom(shape, width, look, ready, fact), nameStyle(shape));
  }

  private int nameRoom(CardShape shape, int width, Look look, String ready, Label fact) {
    int own = width / level.divisor();
    return switch (shape) {
      case SIMPLE -> isDetail() ? own - NAME_MARGINS : own - SMALL_MARGINS - smallMark(look);
      case ROW ->
          isDetail()
              ? own - ROW_MARGINS - TextMeasure.width(fact.text(), TextStyle.ROW_FACT)
              : own - SMALL_MARGINS;
      case WORKLOAD, STATEFUL ->
          isDetail()
              ? own - WORKLOAD_NAME_MARGINS - TextMeasure.width(ready, TextStyle.READY)
              : own
                  - SMALL_WORKLOAD_MARGINS
                  - TextMeasure.width(ready, TextStyle.SMALL_WORKLOAD)
                  - (look == Look.HEALTHY ? 0 : SMALL_WORKLOAD_MARK);
    };
  }

  TextStyle nameStyle(CardShape shape) {
    return switch (shape) {
      case SIMPLE -> isDetail() ? TextStyle.NAME : TextStyle.SMALL_NAME;
      case ROW -> isDetail() ? TextStyle.ROW_NAME : TextStyle.SMALL_NAME;
      case WORKLOAD, STATEFUL -> isDetail() ? TextStyle.WORKLOAD_NAME : TextStyle.SMALL_WORKLOAD;
    };
  }

  /// @param tag already cut; at the right end of the fact
  int factRoom(CardShape shape, int width, Label tag) {
    return switch (shape) {
      case SIMPLE -> width - FACT_MARGINS;
      case ROW -> MOST_ROW_FACT;
      case WORKLOAD, STATEFUL ->
          width - WORKLOAD_FACT_MARGINS - TextMeasure.width(tag.text(), TextStyle.TAG);
    };
  }

  Label tag(String tag) {
    return isDetail() ? TextMeasure.fitted(tag, MOST_TAG, TextStyle.TAG) : Label.NONE;
  }

  static TextStyle factStyle(CardShape shape) {
    return shape == CardShape.ROW ? TextStyle.ROW_FACT : TextStyle.FACT;
  }

  private boolean isDetail() {
    return level == Level.DETAIL;
  }

  private static int smallMark(Look look) {
    return switch (look) {
      case HEALTHY, PLAIN, MISSING -> 0;
      case FAILED, DEGRADED, PROGRESSING, SUSPENDED, UNKNOWN, LOCKED, STALE, LEAVING, DONE ->
          SMALL_MARK;
    };
  }
}
