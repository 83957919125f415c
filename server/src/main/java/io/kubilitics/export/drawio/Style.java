package io.kubilitics.export.drawio;

import io.kubilitics.model.Rect;
import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.CardShape;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Hue;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Lit;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.model.drawing.Route;
import io.kubilitics.model.drawing.Theme;
import io.kubilitics.model.drawing.Theme.Token;

/// How the parts of a drawing look, in the editor's words: `key=value` pairs that end in `;`.
///
/// @param level how much of the map is told: the less, the larger are its texts
record Style(Theme theme, Level level) {
  private static final String BOX =
      "rounded=1;absoluteArcSize=1;whiteSpace=wrap;overflow=hidden;html=0;align=left;spacing=0;";

  /// The largest text that fits above the blocks of a frame.
  private static final int TITLE_MAX = 36;

  /// How high the room above the cards of a block is.
  private static final int BLOCK_TITLE = 32;

  private static final String CONTAINER = "container=1;collapsible=0;recursiveResize=0;";

  String canvas() {
    return theme.colour(Token.CANVAS);
  }

  /// The outline of one cluster where there are several.
  String region() {
    return BOX
        + "arcSize=40;verticalAlign=top;spacingLeft=20;spacingTop=8;connectable=0;"
        + filled("none", colour(Token.LINE))
        + text(Token.TEXT_SOFT, 15, true);
  }

  /// The title stands above the blocks, if there are any.
  String frame(Frame frame) {
    int size = frame.blocks().isEmpty() ? scaled(15) : Math.min(scaled(15), TITLE_MAX);
    return BOX
        + CONTAINER
        + "arcSize=28;verticalAlign=top;spacingLeft=20;spacingTop="
        + Math.max(4, (TITLE_MAX - size) / 2)
        + ';'
        + filled(colour(Token.FRAME), border(frame.look(), Token.LINE))
        + font(Token.TEXT, size, true);
  }

  /// The title stands above the cards, if there are any.
  String block(Block block) {
    int size = scaled(11);
    boolean troubled = isTrouble(block.look());
    return BOX
        + CONTAINER
        + "arcSize=20;verticalAlign=top;spacingLeft=16;spacingTop="
        + (block.cards().isEmpty() ? scaled(4) : Math.max(2, (BLOCK_TITLE - size) / 2 - 2))
        + ';'
        + filled(colour(Token.BLOCK), troubled ? border(block.look(), Token.LINE) : "none")
        + font(Token.TEXT_SOFT, size, true);
  }

  String card(CardShape shape, Hue hue, Look look, boolean alarm) {
    String place =
        switch (shape) {
          case SIMPLE, ROW -> "verticalAlign=middle;spacingLeft=8;";
          case WORKLOAD, STATEFUL -> CONTAINER + "verticalAlign=top;spacingLeft=8;spacingTop=10;";
        };
    Token words = alarm || isTrouble(look) ? word(look) : Token.TEXT;
    return BOX
        + place
        + "arcSize=16;"
        + lines(look)
        + filled(isGone(look) ? "none" : colour(Token.CARD), border(look, edge(hue)))
        + text(words, shape == CardShape.ROW ? 9 : 11, false);
  }

  String generation(Look look, boolean live) {
    return BOX
        + "arcSize=8;verticalAlign=middle;align=center;connectable=0;"
        + filled("none", live ? border(look, Token.LINE) : "none")
        + text(isTrouble(look) ? word(look) : Token.TEXT_FAINT, 9, false);
  }

  String cell(Look look) {
    return BOX
        + "arcSize=10;verticalAlign=middle;spacingLeft=4;"
        + lines(look)
        + filled(fill(look), border(look, Token.LINE))
        + text(isTrouble(look) ? word(look) : Token.TEXT_SOFT, 9, false);
  }

  String pill() {
    return BOX
        + "arcSize=20;verticalAlign=middle;align=center;"
        + filled(colour(Token.POP), colour(Token.LINE_STRONG))
        + text(Token.TEXT_SOFT, 10, false);
  }

  /// Room for the text of a pill around its middle.
  Rect around(Lit.Pill pill) {
    int width = scaled(16 + 6 * pill.text().text().length());
    int height = scaled(20);
    return new Rect(pill.at().x() - width / 2, pill.at().y() - height / 2, width, height);
  }

  /// A line with the bends it has; where its ends stand comes in addition.
  String route(Route route) {
    String end =
        switch (route.end()) {
          case TRIANGLE -> "endArrow=block;endFill=1;endSize=" + scaled(6) + ';';
          case CHEVRON -> "endArrow=open;endSize=" + scaled(6) + ';';
          case RING -> "endArrow=oval;endFill=0;endSize=" + scaled(6) + ';';
        };
    String colour =
        switch (route.state()) {
          case MISSING -> colour(Token.MISSING);
          case DENIED -> colour(Token.FAILED_MARK);
          case STALE -> colour(Token.LINE_STRONG);
          case RESOLVED, UNKNOWN -> colour(edge(route.category()));
        };
    return line(colour, level == Level.DETAIL ? "1.5" : Integer.toString(scaled(1)))
        + end
        + dash(route)
        + text(Token.TEXT_FAINT, 9, false);
  }

  /// All traffic between two tiles, which has room between them only.
  ///
  /// @param weight 1 to 3
  String street(int weight) {
    return line(colour(Token.EDGE_TRAFFIC), Integer.toString(scaled(weight) / 2))
        + "opacity=60;endArrow=block;endFill=1;endSize="
        + scaled(2)
        + ';';
  }

  private String line(String colour, String width) {
    return "edgeStyle=none;rounded=1;html=0;strokeColor="
        + colour
        + ";strokeWidth="
        + width
        + ";labelBackgroundColor="
        + colour(Token.BLOCK)
        + ';';
  }

  private static String dash(Route route) {
    return switch (route.state()) {
      case MISSING -> dashes("2 3");
      case STALE -> dashes("1 4");
      case RESOLVED, UNKNOWN, DENIED -> route.inferred() ? dashes("6 4") : "";
    };
  }

  private static String dashes(String pattern) {
    return "dashed=1;fixDash=1;dashPattern=" + pattern + ';';
  }

  private static String lines(Look look) {
    return switch (look) {
      case MISSING -> dashes("4 3");
      case LEAVING -> dashes("2 2");
      case LOCKED -> dashes("1 3");
      case FAILED, DEGRADED, PROGRESSING, SUSPENDED, UNKNOWN, STALE, DONE, HEALTHY, PLAIN -> "";
    };
  }

  private String filled(String fill, String stroke) {
    return "fillColor=" + fill + ";strokeColor=" + stroke + ";strokeWidth=" + scaled(1) + ';';
  }

  private String text(Token colour, int size, boolean bold) {
    return font(colour, scaled(size), bold);
  }

  private String font(Token colour, int size, boolean bold) {
    return "fontColor="
        + colour(colour)
        + ";fontSize="
        + size
        + ";fontStyle="
        + (bold ? 1 : 0)
        + ';';
  }

  private int scaled(int pixels) {
    return pixels * level.divisor();
  }

  private String colour(Token token) {
    return theme.colour(token);
  }

  private static boolean isTrouble(Look look) {
    return switch (look) {
      case FAILED, DEGRADED, MISSING -> true;
      case PROGRESSING, SUSPENDED, UNKNOWN, LOCKED, STALE, LEAVING, DONE, HEALTHY, PLAIN -> false;
    };
  }

  private static boolean isGone(Look look) {
    return look == Look.MISSING || look == Look.LOCKED;
  }

  private static Token word(Look look) {
    return switch (look) {
      case FAILED -> Token.FAILED;
      case DEGRADED -> Token.DEGRADED;
      case MISSING -> Token.MISSING;
      case PROGRESSING, SUSPENDED, UNKNOWN, LOCKED, STALE, LEAVING, DONE, HEALTHY, PLAIN ->
          Token.TEXT;
    };
  }

  /// The colour of an outline.
  ///
  /// @param usual where the look asks for nothing
  private String border(Look look, Token usual) {
    return colour(
        switch (look) {
          case FAILED -> Token.FAILED_MARK;
          case DEGRADED -> Token.DEGRADED_MARK;
          case MISSING -> Token.MISSING;
          case PROGRESSING -> Token.PROGRESSING;
          case SUSPENDED -> Token.SUSPENDED;
          case UNKNOWN, LOCKED, STALE, LEAVING -> Token.LINE_STRONG;
          case DONE, HEALTHY, PLAIN -> usual;
        });
  }

  private String fill(Look look) {
    return switch (look) {
      case FAILED -> colour(Token.FAILED_SOFT);
      case DEGRADED -> colour(Token.DEGRADED_SOFT);
      case PROGRESSING -> colour(Token.PROGRESSING_SOFT);
      case SUSPENDED -> colour(Token.SUSPENDED_SOFT);
      case UNKNOWN, STALE -> colour(Token.UNKNOWN_SOFT);
      case HEALTHY, DONE -> colour(Token.HEALTHY_CELL);
      case PLAIN, LEAVING -> colour(Token.CARD_RAISED);
      case MISSING, LOCKED -> "none";
    };
  }

  private static Token edge(Hue hue) {
    return switch (hue) {
      case WORKLOAD -> Token.LINE_STRONG;
      case NETWORK -> Token.EDGE_TRAFFIC;
      case CONFIG -> Token.EDGE_CONFIG;
      case STORAGE -> Token.EDGE_STORAGE;
      case IDENTITY -> Token.EDGE_IDENTITY;
      case SCHEDULING -> Token.EDGE_PLACEMENT;
      case POLICY -> Token.EDGE_POLICY;
      case CUSTOM -> Token.EDGE_EXTENSION;
    };
  }

  private static Token edge(Category category) {
    return switch (category) {
      case OWNERSHIP -> Token.EDGE_OWNS;
      case TRAFFIC -> Token.EDGE_TRAFFIC;
      case CONFIGURATION -> Token.EDGE_CONFIG;
      case IDENTITY -> Token.EDGE_IDENTITY;
      case STORAGE -> Token.EDGE_STORAGE;
      case PLACEMENT -> Token.EDGE_PLACEMENT;
      case SCALING, POLICY, ADMISSION -> Token.EDGE_POLICY;
      case EXTENSION, GITOPS -> Token.EDGE_EXTENSION;
    };
  }
}
