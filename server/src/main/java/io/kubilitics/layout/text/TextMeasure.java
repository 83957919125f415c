package io.kubilitics.layout.text;

import io.kubilitics.model.drawing.Label;

/// Measures texts and cuts them to their room, which is given in pixels. Whole numbers throughout;
/// may be used by any thread.
///
/// Control characters are measured and given back as blanks that can be seen. A text is cut between
/// what a reader takes for characters only, and stays in its logical order.
public final class TextMeasure {
  private static final String ELLIPSIS = "…";
  private static final int UNITS_PER_PIXEL = 10_000;
  private static final int TAIL_PERCENT = 40;

  private TextMeasure() {}

  /// In pixels, rounded up.
  public static int width(String text, TextStyle style) {
    long units = units(Legible.of(text), style, Long.MAX_VALUE);
    return Math.toIntExact(Math.ceilDiv(units, UNITS_PER_PIXEL));
  }

  /// The text as it can be painted, whole.
  public static String legible(String text) {
    return Legible.of(text);
  }

  /// A name: cut in the middle, 60 % from its head and 40 % from its tail, since Kubernetes names
  /// differ at both ends.
  ///
  /// @return `""` when not even one character and an ellipsis have room
  public static String fit(String text, int room, TextStyle style) {
    String legible = Legible.of(text);
    long limit = (long) room * UNITS_PER_PIXEL;
    return isWithin(legible, limit, style) ? legible : cutInTheMiddle(legible, limit, style);
  }

  /// A sentence: cut at its end, since its first words say most.
  ///
  /// @return `""` when not even one character and an ellipsis have room
  public static String clip(String text, int room, TextStyle style) {
    String legible = Legible.of(text);
    long limit = (long) room * UNITS_PER_PIXEL;
    return isWithin(legible, limit, style) ? legible : cutAtTheEnd(legible, limit, style);
  }

  /// [#fit] with the whole text beside it.
  public static Label fitted(String text, int room, TextStyle style) {
    return new Label(fit(text, room, style), Legible.of(text));
  }

  /// [#clip] with the whole text beside it.
  public static Label clipped(String text, int room, TextStyle style) {
    return new Label(clip(text, room, style), Legible.of(text));
  }

  private static String cutInTheMiddle(String text, long limit, TextStyle style) {
    Advances advances = Advances.of(style.weight());
    Clusters clusters = Clusters.of(text);
    long left = limit / style.tenths() - advances.of(ELLIPSIS.codePointAt(0));
    int kept = 0;
    while (kept < clusters.count() - 1) {
      int tail = tail(kept + 1);
      int next = tail > tail(kept) ? clusters.count() - tail : kept - tail(kept);
      left -= clusters.width(next, advances);
      if (left < 0) {
        break;
      }
      kept++;
    }
    if (kept == 0) {
      return "";
    }
    return clusters.first(kept - tail(kept)) + ELLIPSIS + clusters.last(tail(kept));
  }

  private static int tail(int kept) {
    return kept * TAIL_PERCENT / 100;
  }

  private static String cutAtTheEnd(String text, long limit, TextStyle style) {
    Advances advances = Advances.of(style.weight());
    Clusters clusters = Clusters.of(text);
    long left = limit / style.tenths() - advances.of(ELLIPSIS.codePointAt(0));
    int kept = 0;
    while (kept < clusters.count()) {
      left -= clusters.width(kept, advances);
      if (left < 0) {
        break;
      }
      kept++;
    }
    String head = clusters.first(kept).stripTrailing();
    return head.isEmpty() ? "" : head + ELLIPSIS;
  }

  private static boolean isWithin(String text, long limit, TextStyle style) {
    return units(text, style, limit) <= limit;
  }

  /// Stops where the limit is passed.
  private static long units(String text, TextStyle style, long limit) {
    Advances advances = Advances.of(style.weight());
    long most = limit / style.tenths();
    long width = 0;
    for (int at = 0; at < text.length() && width <= most; ) {
      int codePoint = text.codePointAt(at);
      width += advances.of(codePoint);
      at += Character.charCount(codePoint);
    }
    return width * style.tenths();
  }
}
