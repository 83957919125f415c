package io.kubilitics.testbed.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.api.stream.ChannelKey;
import io.kubilitics.export.DrawingDocument;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.session.map.Cartographer;
import io.kubilitics.session.map.LivingMap;
import io.kubilitics.session.map.MapQuery;
import io.kubilitics.session.map.MapView;
import io.kubilitics.session.map.Subject;
import io.kubilitics.testbed.StreamClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/// The document that the route of the drawing answers with, of the same places, taken apart: of the
/// last map that the channel can have heard of. Its streets may be those of an older one.
final class DrawingOracle implements Oracle {
  private static final int MOST_DRAWN = 300;
  private static final String STREET = "street ";

  private final Chronicle chronicle;
  private final Map<String, FoldedItems> drawn =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FoldedItems> eldest) {
          return size() > MOST_DRAWN;
        }
      };

  DrawingOracle(Chronicle chronicle) {
    this.chronicle = chronicle;
  }

  @Override
  public String difference(Recorded edition, Span span, boolean strictly) {
    String difference = "";
    // The channel hears of a map after the chronicle has.
    int oldest = Math.max(1, plans(edition, span.from()) - (strictly ? 0 : 1));
    for (int number = plans(edition, span.to()); number >= oldest; number--) {
      Level level = level(edition.key(), number);
      String found = difference(edition, number, level, strictly);
      if (found.isEmpty()) {
        return "";
      }
      difference = difference.isEmpty() ? found : difference;
    }
    return difference;
  }

  private static int plans(Recorded edition, Span.Mark mark) {
    return Objects.requireNonNull(mark.maps().get(edition.key().arrangement()));
  }

  /// Who names none gets the finest that can be read.
  private Level level(ChannelKey key, int number) {
    Level named = key.level();
    return named == null
        ? Cartographer.finest(chronicle.map(key.arrangement(), number).plan())
        : named;
  }

  private String difference(Recorded edition, int number, Level level, boolean strictly) {
    String places =
        part(edition.folded(), key -> !key.startsWith(STREET))
            .difference(part(items(edition.key(), number, level), key -> !key.startsWith(STREET)));
    if (!places.isEmpty()) {
      return places;
    }
    Opening opening = edition.opening();
    FoldedItems is = part(edition.folded(), key -> key.startsWith(STREET));
    long first = Math.max(1, plans(edition, opening.first().span().from()) - 1);
    // Two maps may look the same.
    long oldest = strictly ? number : Math.max(first, opening.oldest(edition, first) - 1);
    String streets = "";
    for (int older = number; older >= oldest; older--) {
      FoldedItems right = part(items(edition.key(), older, level), key -> key.startsWith(STREET));
      String found = is.difference(right);
      if (found.isEmpty()) {
        if (!strictly) {
          opening.isOf(edition, older);
        }
        return "";
      }
      streets = streets.isEmpty() ? found : streets;
    }
    return streets;
  }

  private static FoldedItems part(FoldedItems all, Predicate<String> isIn) {
    FoldedItems part = new FoldedItems(Wording.ITEMS);
    all.items()
        .forEach((topic, items) ->
            items.forEach((key, item) -> {
              if (isIn.test(key)) {
                part.put(topic, item);
              }
            }));
    return part;
  }

  private FoldedItems items(ChannelKey key, int number, Level level) {
    String name = key.arrangement() + " " + number + " " + level + " " + key.part();
    synchronized (drawn) {
      return drawn.computeIfAbsent(name, _ -> apart(document(key, number, level), level));
    }
  }

  private JsonNode document(ChannelKey key, int number, Level level) {
    LivingMap map = chronicle.map(key.arrangement(), number);
    Subject subject =
        chronicle
            .atlas()
            .subject(
                chronicle.session(),
                map,
                new MapQuery(key.arrangement(), key.part()),
                key.viewer());
    Drawing drawing = Cartographer.draw(List.of(subject), new MapView(level, null, null, false));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      DrawingDocument.write(drawing, "", "keep", bytes);
      return StreamClient.JSON.readTree(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FoldedItems apart(JsonNode document, Level level) {
    FoldedItems items = new FoldedItems(Wording.ITEMS);
    ObjectNode region = document.path("regions").path(0).deepCopy();
    region.remove(List.of("cluster", "revision", "epoch", "asOf"));
    region.put("level", level.number());
    items.put("", item("region", "region", region));
    for (JsonNode whole : document.path("frames")) {
      String topic = whole.path("key").asText();
      ObjectNode frame = whole.deepCopy();
      frame.remove("blocks");
      items.put(topic, item("frame", "frame", frame));
      for (JsonNode block : whole.path("blocks")) {
        items.put(topic, item("block " + block.path("key").asText(), "block", block));
      }
    }
    for (JsonNode street : document.path("streets")) {
      String ends = street.path("from").asText() + " → " + street.path("to").asText();
      items.put("", item(STREET + ends, "street", street));
    }
    return items;
  }

  private static JsonNode item(String key, String type, JsonNode value) {
    ObjectNode item = StreamClient.JSON.createObjectNode();
    item.put("key", key);
    item.set(type, value);
    return item;
  }
}
