package io.kubilitics.layout.drawing;

import io.kubilitics.layout.text.TextMeasure;
import io.kubilitics.layout.text.TextStyle;
import io.kubilitics.model.drawing.Label;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.topology.Node;

/// The second line of a card.
///
/// @param isAlarm whether it says what is wrong
record CardFact(Label label, boolean isAlarm) {
  private static final String SEPARATOR = " · ";

  /// Fewer characters, with the ellipsis, say nothing.
  private static final int LEAST_TOLD = 4;

  static final CardFact NONE = new CardFact(Label.NONE, false);

  static CardFact of(Node node, Sight sight, int room, TextStyle style) {
    String word = sight.manner(node.id().kind()).word();
    Look look = sight.look(node);
    return switch (node) {
      case Node.Ghost _ ->
          new CardFact(clipped(word + " · " + unseen(look), room, style), Looks.isAlarm(look));
      case Node.Outside outside ->
          new CardFact(
              clipped(
                  outside.members() > 1
                      ? word + " · " + Figures.grouped(outside.members()) + " objects"
                      : word,
                  room,
                  style),
              false);
      case Node.Present present -> present(present, sight, look, room, style);
    };
  }

  private static CardFact present(
      Node.Present node, Sight sight, Look look, int room, TextStyle style) {
    boolean speaks =
        switch (look) {
          case FAILED, DEGRADED, PROGRESSING, SUSPENDED, LEAVING -> true;
          case UNKNOWN, STALE -> !node.health().reason().isEmpty();
          case MISSING, LOCKED, DONE, HEALTHY, PLAIN -> false;
        };
    return speaks
        ? new CardFact(Trouble.of(node.health()).in(room, style), Looks.isAlarm(look))
        : new CardFact(
            clipped(FactTexts.of(new Subject(node.resource(), sight)), room, style), false);
  }

  private static String unseen(Look look) {
    return switch (look) {
      case MISSING -> "missing";
      case LOCKED -> "not readable";
      case FAILED,
          DEGRADED,
          PROGRESSING,
          SUSPENDED,
          UNKNOWN,
          STALE,
          LEAVING,
          DONE,
          HEALTHY,
          PLAIN ->
          "not known";
    };
  }

  /// What an object says of itself may be of any length; nobody reads it all. Where there is no
  /// room for more than the beginning of what is told of it, its kind alone is.
  private static Label clipped(String text, int room, TextStyle style) {
    Label label =
        TextMeasure.clipped(TextMeasure.clip(text, Trouble.HOVER_ROOM, style), room, style);
    int kind = label.text().indexOf(SEPARATOR.stripTrailing());
    boolean tellsLittle =
        kind > 0 && label.isCut() && label.text().length() - kind - SEPARATOR.length() < LEAST_TOLD;
    return tellsLittle ? new Label(label.text().substring(0, kind), label.full()) : label;
  }
}
