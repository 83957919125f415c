package io.kubilitics.export.svg;

import io.kubilitics.model.drawing.Look;

/// How each look is painted, as declarations of [Rule]s. Who is well is quiet; what somebody should
/// look at has the strong colours.
final class LookColours {
  private LookColours() {}

  static String mark(Look look) {
    String colour =
        switch (look) {
          case FAILED -> "{failed-mark}";
          case DEGRADED -> "{degraded-mark}";
          case PROGRESSING -> "{progressing}";
          case SUSPENDED -> "{suspended}";
          case MISSING -> "{missing}";
          case UNKNOWN -> "{unknown}";
          case DONE, HEALTHY -> "{healthy}";
          case LOCKED, STALE, LEAVING, PLAIN -> "{text-3}";
        };
    return "fill:" + colour + ";stroke:" + colour;
  }

  static String word(Look look) {
    return switch (look) {
      case FAILED -> "fill:{failed}";
      case DEGRADED -> "fill:{degraded}";
      case PROGRESSING -> "fill:{progressing}";
      case SUSPENDED -> "fill:{suspended}";
      case MISSING -> "fill:{missing}";
      case UNKNOWN -> "fill:{unknown}";
      case HEALTHY -> "fill:{healthy}";
      case LOCKED, STALE, LEAVING, DONE, PLAIN -> "fill:{text-3}";
    };
  }

  /// A Pod with its name.
  static String cell(Look look) {
    return switch (look) {
      case FAILED -> "fill:{failed-soft};stroke:{failed-mark}";
      case DEGRADED -> "fill:{degraded-soft};stroke:{degraded-mark}";
      case PROGRESSING -> "fill:{progressing-soft};stroke:{progressing};stroke-opacity:.5";
      case SUSPENDED -> "fill:{suspended-soft}";
      case MISSING -> "fill:none;stroke:{missing};stroke-dasharray:2 2";
      case UNKNOWN -> "fill:{unknown-soft}";
      case LEAVING -> "fill:none;stroke:{line-3};stroke-dasharray:2 2";
      case HEALTHY -> "fill:{healthy-cell}";
      case LOCKED, STALE, DONE, PLAIN -> "fill:{card-2}";
    };
  }

  /// Whether a cell has a border.
  static boolean isBordered(Look look) {
    return switch (look) {
      case FAILED, DEGRADED, PROGRESSING, MISSING, LEAVING -> true;
      case SUSPENDED, UNKNOWN, LOCKED, STALE, DONE, HEALTHY, PLAIN -> false;
    };
  }

  /// A Pod without room for a name.
  static String chip(Look look) {
    return switch (look) {
      case FAILED -> "fill:{failed-mark}";
      case DEGRADED -> "fill:{degraded-mark}";
      case PROGRESSING -> "fill:{progressing}";
      case SUSPENDED -> "fill:{suspended};fill-opacity:.6";
      case MISSING -> "fill:{missing}";
      case UNKNOWN -> "fill:{unknown}";
      case HEALTHY -> "fill:{healthy};fill-opacity:.42";
      case LOCKED, STALE, LEAVING -> "fill:{line-3}";
      case DONE, PLAIN -> "fill:{line-2}";
    };
  }

  /// An app as one cell of its namespace.
  static String app(Look look) {
    return switch (look) {
      case FAILED -> "fill:{failed-mark}";
      case DEGRADED -> "fill:{degraded-mark}";
      case PROGRESSING -> "fill:{progressing}";
      case SUSPENDED -> "fill:{suspended};fill-opacity:.28";
      case MISSING -> "fill:{missing};fill-opacity:.5";
      case UNKNOWN -> "fill:{unknown};fill-opacity:.5";
      case LOCKED, STALE, LEAVING -> "fill:{line-2}";
      case DONE, HEALTHY -> "fill:{healthy};fill-opacity:.2";
      case PLAIN -> "fill:{line-1}";
    };
  }

  /// Whether the mark is shown where there is room for those only that say something.
  static boolean isMarked(Look look) {
    return switch (look) {
      case FAILED, DEGRADED, PROGRESSING, SUSPENDED, MISSING, UNKNOWN, LOCKED, STALE, LEAVING ->
          true;
      case DONE, HEALTHY, PLAIN -> false;
    };
  }

  /// Whether a reader should be told: by the colour of a word, a mark, a border.
  static boolean isTrouble(Look look) {
    return switch (look) {
      case FAILED, DEGRADED, PROGRESSING, MISSING, UNKNOWN -> true;
      case SUSPENDED, LOCKED, STALE, LEAVING, DONE, HEALTHY, PLAIN -> false;
    };
  }
}
