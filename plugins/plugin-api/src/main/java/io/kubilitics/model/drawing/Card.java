package io.kubilitics.model.drawing;

import io.kubilitics.model.Rect;
import io.kubilitics.model.ResourceId;
import java.util.List;

/// One object, with what is drawn inside it.
///
/// @param rect in its block
/// @param capacity how many cells it has, taken or not
/// @param glyph name of its icon
/// @param kind short as kubectl is short: `HPA`, `PVC`
/// @param name of the object, cut in the middle
/// @param fact its second line: what it is, or what is wrong
/// @param alarm whether the fact says what is wrong
/// @param ready `3/4`, or `""`
/// @param tag of the image, or the schedule; may be empty
/// @param strip at most [CardShape#GENERATIONS]
/// @param cells those that are taken, by number
/// @param folded how many objects it stands for that are drawn nowhere else
public record Card(
    ResourceId id,
    CardShape shape,
    Rect rect,
    int capacity,
    Hue hue,
    String glyph,
    String kind,
    Label name,
    Label fact,
    boolean alarm,
    Look look,
    String ready,
    Label tag,
    List<Generation> strip,
    List<Cell> cells,
    int folded) {
  public Card {
    strip = List.copyOf(strip);
    cells = List.copyOf(cells);
  }
}
