package io.kubilitics.layout.drawing;

import io.kubilitics.model.Kind;
import io.kubilitics.model.drawing.Hue;

/// How kinds look. Pure; asked about each kind once for a drawing.
public interface Appearance {
  /// Name of its icon; `""` when it has none.
  String glyph(Kind kind);

  Hue hue(Kind kind);

  /// False for what is there or not and nothing else: it has no mark while it is well.
  boolean canBeIll(Kind kind);

  /// How its cards name it, short where kubectl is short.
  default String word(Kind kind) {
    return KindWords.of(kind);
  }
}
