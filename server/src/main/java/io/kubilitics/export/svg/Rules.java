package io.kubilitics.export.svg;

import io.kubilitics.layout.text.TextStyle;
import io.kubilitics.model.drawing.Hue;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.model.drawing.Route;
import io.kubilitics.model.drawing.Theme;
import io.kubilitics.model.drawing.Theme.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// The style sheet of all drawings, of which a document carries what it uses. Plain classes and
/// properties of SVG 1.1 only, so that every reader paints the same; colours by the theme's names.
final class Rules {
  private static final List<Rule> ALL = new ArrayList<>();
  private static final String ROUND = "stroke-linecap:round;stroke-linejoin:round";

  // Surfaces, back to front.
  static final Rule SHEET =
      rule(
          "k",
          "font-family:"
              + Theme.FONT
              + ";font-variant-numeric:tabular-nums;font-variant-ligatures:no-contextual;"
              + "fill:{text-2}");
  static final Rule CANVAS = rule("bg", "fill:{canvas}");
  static final Rule FRAME = rule("fr", "fill:{frame};stroke:{line-2}");
  static final Rule FRAME_DEGRADED =
      rule("frd", "fill:{frame};stroke:{degraded-mark};stroke-opacity:.7");
  static final Rule FRAME_FAILED =
      rule("frf", "fill:{frame};stroke:{failed-mark};stroke-opacity:.9");
  static final Rule BLOCK = rule("bk", "fill:{block}");
  static final Rule RULER = rule("hl", "fill:none;stroke:{line-1}");
  static final Rule PIPE = rule("pi", "fill:none;stroke:{line-2}");

  // Cards.
  private static final Rule CARD = rule("cd", "fill:{card};stroke:{line-2}");
  private static final Rule CARD_DEGRADED =
      rule("cdd", "fill:{card};stroke:{degraded-mark};stroke-opacity:.75");
  private static final Rule CARD_FAILED =
      rule("cdf", "fill:{card};stroke:{failed-mark};stroke-opacity:.85");
  private static final Rule CARD_MISSING =
      rule("cdm", "fill:{frame};stroke:{missing};stroke-dasharray:4 3");
  private static final Rule CARD_LOCKED =
      rule("cdl", "fill:{frame};stroke:{line-3};stroke-dasharray:1 3;stroke-linecap:round");
  private static final Rule CARD_LEAVING =
      rule("cdx", "fill:{card};stroke:{line-3};stroke-dasharray:2 2");
  static final Rule BADGE = rule("rg", "fill:{card}");
  static final Rule BADGE_BEHIND = rule("rgf", "fill:{frame}");
  static final Rule OUTLINE = rule("so", "fill:none;stroke:{accent};stroke-width:2");
  static final Rule HALO =
      rule("sh", "fill:none;stroke:{accent};stroke-width:6;stroke-opacity:.18");
  private static final Map<Hue, Rule> TILE =
      family("t", Hue.values(), hue -> "fill:{" + hue.text() + "-soft}");
  private static final Rule TILE_MISSING = rule("tm", "fill:{missing-soft}");
  private static final Map<Hue, Rule> ICON = family("i", Hue.values(), hue -> icon(hue.text()));
  static final Rule ICON_MISSING = rule("im", icon("missing"));
  static final Rule ICON_PLAIN = rule("ip", icon("text-2"));

  // Marks of health: the colour here, the shape in the symbol.
  private static final Map<Look, Rule> MARK = family("h", Look.values(), LookColours::mark);

  /// Used inside of symbols.
  static final Rule KNOCKED_OUT = rule("ko", "fill:none;stroke:{card};stroke-width:1.7;" + ROUND);

  static final Rule KNOCKED_OUT_CELL =
      rule("kn", "fill:none;stroke:{ko};stroke-width:1.8;" + ROUND);

  // Pods and other parts of a card.
  private static final Map<Look, Rule> CELL = family("c", Look.values(), LookColours::cell);
  private static final Map<Look, Rule> CHIP = family("b", Look.values(), LookColours::chip);
  private static final Map<Look, Rule> APP = family("q", Look.values(), LookColours::app);
  static final Rule BAR = rule("ba", "fill:{healthy};fill-opacity:.55");
  static final Rule REST = rule("re", "fill:{line-2}");
  static final Rule GENERATION = rule("sg", "fill:{card-2};stroke:{line-2}");
  static final Rule VOLUME = rule("vo", "fill:{storage-soft}");
  static final Rule CROSS = rule("kx", "fill:none;stroke:{card};stroke-width:1.7;" + ROUND);
  static final Rule PILL = rule("pl", "fill:{pop};stroke:{line-2}");

  // Lines.
  private static final Map<LineColour, Rule> LINE =
      family("e", LineColour.values(), colour -> line(colour.resting(), restingWidth(colour)));
  private static final Map<LineColour, Rule> THIN =
      family("f", LineColour.values(), colour -> line(colour.resting(), "1"));
  private static final Map<LineColour, Rule> LIT =
      family("l", LineColour.values(), colour -> line(colour.lit(), "2"));
  private static final Map<LineColour, Rule> TRIANGLE =
      family("a", LineColour.values(), colour -> triangle(colour.resting()));
  private static final Map<LineColour, Rule> CHEVRON =
      family("o", LineColour.values(), colour -> chevron(colour.resting()));
  private static final Map<LineColour, Rule> RING =
      family("r", LineColour.values(), colour -> ring(colour.resting()));
  private static final Map<LineColour, Rule> LIT_TRIANGLE =
      family("la", LineColour.values(), colour -> triangle(colour.lit()));
  private static final Map<LineColour, Rule> LIT_CHEVRON =
      family("lo", LineColour.values(), colour -> chevron(colour.lit()));
  private static final Map<LineColour, Rule> LIT_RING =
      family("lr", LineColour.values(), colour -> ring(colour.lit()));
  static final Rule DASH_MISSING = rule("dm", "stroke-dasharray:2 3");
  static final Rule DASH_INFERRED = rule("di", "stroke-dasharray:6 4");
  static final Rule DASH_UNKNOWN = rule("du", "stroke-dasharray:4 3 1 3");
  static final Rule DASH_STALE = rule("dz", "stroke-dasharray:1 4;stroke-linecap:round");
  static final Rule DENIED = rule("dx", line(Token.FAILED, "1.25"));
  static final List<Rule> STREET =
      List.of(
          rule("y1", line(Token.EDGE_TRAFFIC, "1")),
          rule("y2", line(Token.EDGE_TRAFFIC, "1.5")),
          rule("y3", line(Token.EDGE_TRAFFIC, "2.25")));
  static final Rule STREET_END = rule("ya", "fill:{e-traffic}");
  static final List<Rule> LIT_STREET =
      List.of(
          rule("ly1", line(Token.NETWORK, "1")),
          rule("ly2", line(Token.NETWORK, "1.5")),
          rule("ly3", line(Token.NETWORK, "2.25")));
  static final Rule LIT_STREET_END = rule("lya", "fill:{network}");
  static final Rule FAINT = rule("fa", "opacity:.6");
  static final Rule FAINTER = rule("fb", "opacity:.4");

  // Texts.
  static final Rule SHEET_TITLE = text("ht", TextStyle.SHEET_TITLE, Token.TEXT);
  static final Rule SHEET_NOTE = text("hn", TextStyle.FRAME_NOTE, Token.TEXT_FAINT);
  static final Rule LEGEND_TITLE = text("lt", TextStyle.BLOCK_TITLE, Token.TEXT_SOFT);
  static final Rule LEGEND = text("ln", TextStyle.BLOCK_NOTE, Token.TEXT_FAINT);
  static final Rule FRAME_TITLE = text("ft", TextStyle.FRAME_TITLE, Token.TEXT);
  static final Rule SMALL_FRAME_TITLE = text("sft", TextStyle.SMALL_FRAME_TITLE, Token.TEXT);
  static final Rule SMALL_COUNT = text("sc", TextStyle.TILE_LINE, Token.TEXT_FAINT);
  static final Rule FRAME_NOTE = text("fn", TextStyle.FRAME_NOTE, Token.TEXT_FAINT);
  static final Rule FRAME_COUNT = text("fc", TextStyle.ROW_NAME, Token.TEXT_SOFT);
  static final Rule BLOCK_TITLE = text("bt", TextStyle.BLOCK_TITLE, Token.TEXT_SOFT);
  static final Rule BLOCK_NOTE = text("bn", TextStyle.BLOCK_NOTE, Token.TEXT_FAINT);
  static final Rule NAME = text("nm", TextStyle.NAME, Token.TEXT);
  static final Rule WORKLOAD_NAME = text("nw", TextStyle.WORKLOAD_NAME, Token.TEXT);
  static final Rule READY = text("rd", TextStyle.READY, Token.TEXT);
  static final Rule FACT = text("sb", TextStyle.FACT, Token.TEXT_FAINT);
  static final Rule GENERATION_NAME = text("gn", TextStyle.GENERATION, Token.TEXT_SOFT);
  static final Rule GENERATION_COUNT = text("gc", TextStyle.GENERATION_COUNT, Token.TEXT_SOFT);
  static final Rule CELL_NAME = text("cn", TextStyle.CELL, Token.TEXT_SOFT);
  static final Rule VOLUME_NAME = text("vn", TextStyle.VOLUME, Token.TEXT_SOFT);
  static final Rule ROW_NAME = text("rn", TextStyle.ROW_NAME, Token.TEXT);
  static final Rule SMALL_NAME = text("sn", TextStyle.SMALL_NAME, Token.TEXT_SOFT);
  static final Rule SMALL_TITLE = text("st", TextStyle.GENERATION_COUNT, Token.TEXT_SOFT);
  static final Rule SMALL_WORKLOAD = text("sw", TextStyle.SMALL_WORKLOAD, Token.TEXT);
  static final Rule TILE_TITLE = text("tt", TextStyle.TILE_TITLE, Token.TEXT);
  static final Rule TILE_LARGE_TITLE = text("tlt", TextStyle.TILE_LARGE_TITLE, Token.TEXT);
  static final Rule TILE_SMALL_TITLE = text("tst", TextStyle.GENERATION_COUNT, Token.TEXT);
  static final Rule TILE_LINE = text("tn", TextStyle.TILE_LINE, Token.TEXT_SOFT);
  static final Rule VERB = text("vb", TextStyle.VERB, Token.TEXT_FAINT);
  static final Rule PILL_TEXT = text("pt", TextStyle.PILL, Token.TEXT);

  // What changes a text: the last in the sheet, so that they win.
  static final Rule STRONG = rule("w1", "fill:{text}");
  static final Rule FAINT_TEXT = rule("w3", "fill:{text-3}");
  private static final Map<Look, Rule> WORD = family("x", Look.values(), LookColours::word);
  static final Rule END = rule("a", "text-anchor:end");
  static final Rule MIDDLE = rule("am", "text-anchor:middle");

  // What is not selected.
  static final Rule DIM = rule("d1", "opacity:.42");
  static final Rule DIM_TROUBLE = rule("d2", "opacity:.7");
  static final Rule DIM_LINES = rule("d3", "opacity:.38");

  private Rules() {}

  /// In the order of the sheet.
  static List<Rule> all() {
    return Collections.unmodifiableList(ALL);
  }

  static Rule card(Look look) {
    return switch (look) {
      case DEGRADED -> CARD_DEGRADED;
      case FAILED -> CARD_FAILED;
      case MISSING -> CARD_MISSING;
      case LOCKED -> CARD_LOCKED;
      case LEAVING -> CARD_LEAVING;
      case PROGRESSING, SUSPENDED, UNKNOWN, STALE, DONE, HEALTHY, PLAIN -> CARD;
    };
  }

  static Rule frame(Look look) {
    return switch (look) {
      case DEGRADED -> FRAME_DEGRADED;
      case FAILED -> FRAME_FAILED;
      case LOCKED -> CARD_LOCKED;
      case MISSING, LEAVING, PROGRESSING, SUSPENDED, UNKNOWN, STALE, DONE, HEALTHY, PLAIN -> FRAME;
    };
  }

  /// The tile of a block without workloads.
  static Rule plainTile(Look look) {
    return switch (look) {
      case DEGRADED -> FRAME_DEGRADED;
      case FAILED -> FRAME_FAILED;
      case MISSING -> CARD_MISSING;
      case LOCKED -> CARD_LOCKED;
      case LEAVING, PROGRESSING, SUSPENDED, UNKNOWN, STALE, DONE, HEALTHY, PLAIN -> BLOCK;
    };
  }

  static Rule tile(Hue hue, Look look) {
    return look == Look.MISSING ? TILE_MISSING : of(TILE, toned(hue, look));
  }

  static Rule icon(Hue hue, Look look) {
    return look == Look.MISSING ? ICON_MISSING : of(ICON, toned(hue, look));
  }

  static Rule mark(Look look) {
    return of(MARK, look);
  }

  /// A Pod with its name.
  static Rule cell(Look look) {
    return of(CELL, look);
  }

  /// A Pod without room for a name.
  static Rule chip(Look look) {
    return of(CHIP, look);
  }

  /// An app as one cell of its namespace.
  static Rule app(Look look) {
    return of(APP, look);
  }

  static Rule word(Look look) {
    return of(WORD, look);
  }

  static Rule line(LineColour colour) {
    return of(LINE, colour);
  }

  static Rule thinLine(LineColour colour) {
    return of(THIN, colour);
  }

  static Rule litLine(LineColour colour) {
    return of(LIT, colour);
  }

  static Rule end(Route.End end, LineColour colour, boolean lit) {
    return switch (end) {
      case TRIANGLE -> of(lit ? LIT_TRIANGLE : TRIANGLE, colour);
      case CHEVRON -> of(lit ? LIT_CHEVRON : CHEVRON, colour);
      case RING -> of(lit ? LIT_RING : RING, colour);
    };
  }

  private static Rule rule(String name, String declarations) {
    return added(new Rule(ALL.size(), name, declarations, null));
  }

  private static Rule text(String name, TextStyle style, Token colour) {
    return added(new Rule(ALL.size(), name, type(style) + ";fill:" + named(colour), style));
  }

  private static Rule added(Rule rule) {
    ALL.add(rule);
    return rule;
  }

  /// A rule for each, named by a letter and a number.
  private static <K> Map<K, Rule> family(
      String letter, K[] keys, Function<K, String> declarations) {
    Map<K, Rule> rules = new LinkedHashMap<>();
    for (K key : keys) {
      rules.put(key, rule(letter + (rules.size() + 1), declarations.apply(key)));
    }
    return rules;
  }

  private static <K> Rule of(Map<K, Rule> family, K key) {
    return Objects.requireNonNull(family.get(key));
  }

  private static String type(TextStyle style) {
    int tenths = style.tenths();
    String size = tenths % 10 == 0 ? "" + tenths / 10 : tenths / 10 + "." + tenths % 10;
    return "font-size:" + size + "px;font-weight:" + style.weight().number();
  }

  private static String icon(String colour) {
    return "fill:none;stroke:{" + colour + "};stroke-width:1.4;" + ROUND;
  }

  private static String line(Token colour, String width) {
    return "fill:none;stroke:"
        + named(colour)
        + ";stroke-width:"
        + width
        + ";stroke-linejoin:round";
  }

  private static String restingWidth(LineColour colour) {
    return colour == LineColour.TRAFFIC ? "1.5" : "1.25";
  }

  private static String triangle(Token colour) {
    return "fill:" + named(colour);
  }

  private static String chevron(Token colour) {
    return "fill:none;stroke:" + named(colour) + ";stroke-width:1.4;" + ROUND;
  }

  private static String ring(Token colour) {
    return "fill:{block};stroke:" + named(colour) + ";stroke-width:1.4";
  }

  private static String named(Token colour) {
    return "{" + colour.text() + "}";
  }

  /// What is stale has lost its hue.
  private static Hue toned(Hue hue, Look look) {
    return look == Look.STALE ? Hue.CUSTOM : hue;
  }
}
