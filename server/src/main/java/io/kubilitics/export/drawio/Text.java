package io.kubilitics.export.drawio;

import io.kubilitics.export.UnicodeText;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.drawing.Block;
import io.kubilitics.model.drawing.Card;
import io.kubilitics.model.drawing.CardShape;
import io.kubilitics.model.drawing.Cell;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Generation;
import io.kubilitics.model.drawing.Label;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.model.drawing.Route;
import io.kubilitics.model.drawing.Tally;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands in the boxes, and what the editor tells of them when asked.
final class Text {
  private static final String DOT = " · ";

  private Text() {}

  /// In one line where blocks stand below it.
  static String of(Frame frame) {
    String title = joined(titled(frame.title()));
    String note = joined(frame.note().text());
    String count = counted(frame.tally());
    return frame.blocks().isEmpty() ? lines(title, note, count) : joined(title, note, count);
  }

  static String of(Block block) {
    String title = joined(titled(block.title()), block.note().text());
    return block.apps().isEmpty()
        ? title
        : lines(
            title,
            block.apps().stream()
                .map(app -> joined(titled(app.name()), app.ready()))
                .collect(Collectors.joining("\n")));
  }

  static Map<String, String> facts(Frame frame) {
    return named(frame.title(), frame.look());
  }

  static Map<String, String> facts(Block block) {
    return named(block.title(), block.look());
  }

  private static Map<String, String> named(Label title, Look look) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("name", title.full());
    facts.put("status", look.text());
    return facts;
  }

  /// A title that the map has no room for is clipped by the editor.
  private static String titled(Label title) {
    return title.text().isEmpty() ? title.full() : title.text();
  }

  /// The name in the first line and what it is in the second; only the details have room for both.
  static String of(Card card, Level level) {
    String name = joined(card.name().text(), card.ready());
    if (level != Level.DETAIL) {
      return name;
    }
    // A fact that is no alarm usually begins with the kind.
    String kind = card.fact().text().startsWith(card.kind()) ? "" : card.kind();
    String second = joined(kind, card.fact().text(), card.tag().text());
    return card.shape() == CardShape.ROW ? joined(name, second) : lines(name, second);
  }

  static String of(Generation generation, Level level) {
    if (level != Level.DETAIL) {
      return "";
    }
    return Stream.of(generation.name(), generation.count())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /// @param dense whether the cell is too small for a text
  static String of(Cell cell, boolean dense, Level level) {
    if (dense || level != Level.DETAIL) {
      return "";
    }
    return lines(
        joined(cell.name().text()),
        cell.volumes().stream()
            .map(volume -> joined(volume.name().text(), volume.tail().text()))
            .collect(Collectors.joining("\n")));
  }

  /// The dash tells every other state.
  static String of(Route route, Level level) {
    if (level != Level.DETAIL) {
      return "";
    }
    return route.state() == EdgeState.DENIED
        ? joined(route.verb(), route.state().text())
        : route.verb();
  }

  static Map<String, String> facts(Card card) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("object", card.id().toString());
    facts.put("status", card.look().text());
    facts.put("fact", card.fact().full());
    facts.put("ready", card.ready());
    facts.put("tag", card.tag().full());
    facts.put("folded", card.folded() == 0 ? "" : Integer.toString(card.folded()));
    return facts;
  }

  static Map<String, String> facts(Generation generation) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(
        "object",
        generation.ids().stream().map(Object::toString).collect(Collectors.joining("\n")));
    facts.put("status", generation.look().text());
    return facts;
  }

  static Map<String, String> facts(Cell cell) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("object", cell.id().toString());
    facts.put("status", cell.look().text());
    facts.put("why", cell.why());
    facts.put(
        "volumes",
        cell.volumes().stream()
            .map(volume -> volume.id().toString())
            .collect(Collectors.joining("\n")));
    return facts;
  }

  static Map<String, String> facts(Route route) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("relations", String.join("\n", route.edges()));
    facts.put("count", Integer.toString(route.count()));
    facts.put("category", route.category().text());
    facts.put("state", route.state().text());
    facts.put("inferred", route.inferred() ? "true" : "");
    return facts;
  }

  private static String counted(Tally tally) {
    String objects = tally.objects() + (tally.objects() == 1 ? " object" : " objects");
    return Stream.concat(
            Stream.of(objects),
            Stream.of(Look.FAILED, Look.DEGRADED, Look.MISSING)
                .filter(look -> tally.count(look) > 0)
                .map(look -> tally.count(look) + " " + look.text()))
        .collect(Collectors.joining(DOT));
  }

  private static String joined(String... parts) {
    return Stream.of(parts)
        .filter(part -> !part.isEmpty())
        .map(UnicodeText::visible)
        .collect(Collectors.joining(DOT));
  }

  private static String lines(String... lines) {
    return Stream.of(lines).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
  }
}
