package io.kubilitics.api.stream.drawing;

import io.kubilitics.api.stream.item.Item;
import io.kubilitics.api.stream.item.ItemText;
import io.kubilitics.export.DrawingPart;
import io.kubilitics.layout.drawing.CountedMap;
import io.kubilitics.layout.drawing.Shown;
import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.model.drawing.Frame;
import io.kubilitics.model.drawing.Street;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;

/// Composes and writes the items of one map. Any thread.
///
/// Keys: `region` and `street FROM TO` in the topic `""`, `frame` and `block KEY` in the topic of
/// their frame.
final class DrawnItems implements ItemText {
  static final String OF_ALL = "";
  static final String REGION = "region";
  static final String FRAME = "frame";
  private static final String BLOCK = "block ";
  private static final String STREET = "street ";

  private final CountedMap map;
  private final LongFunction<Shown> shown;

  /// Frames as they are where districts stand for them; empty where none do.
  private final Map<String, Frame> joined;

  private final Map<String, Street> streets;
  private final Map<String, Map<String, BlockPlan>> blocks = new ConcurrentHashMap<>();

  /// @param shown what is wanted, as of a second
  /// @param streets by key of their items
  DrawnItems(
      CountedMap map,
      LongFunction<Shown> shown,
      Map<String, Frame> joined,
      Map<String, Street> streets) {
    this.map = map;
    this.shown = shown;
    this.joined = joined;
    this.streets = streets;
  }

  /// The same with other streets.
  DrawnItems with(Map<String, Street> others) {
    return new DrawnItems(map, shown, joined, others);
  }

  static String block(String key) {
    return BLOCK + key;
  }

  static String street(Street street) {
    return STREET + street.from() + " → " + street.to();
  }

  static boolean isOfFrame(String key) {
    return key.equals(FRAME) || key.startsWith(BLOCK);
  }

  static boolean isBlock(String key) {
    return key.startsWith(BLOCK);
  }

  static boolean isStreet(String key) {
    return key.startsWith(STREET);
  }

  /// The blocks of a frame by the keys of their items.
  Map<String, BlockPlan> blocks(String frame) {
    return blocks.computeIfAbsent(frame, key -> map.blockPlans(key, shown.apply(0)));
  }

  Optional<Frame> frame(String key, long asOf) {
    return joined.isEmpty()
        ? map.frame(key, shown.apply(asOf))
        : Optional.ofNullable(joined.get(key));
  }

  @Override
  public String of(String topic, String key, Item item) {
    return text(topic, key, item.asOf());
  }

  String text(String topic, String key, long asOf) {
    if (key.equals(REGION)) {
      Shown wanted = shown.apply(asOf);
      return ItemText.of(
          key, REGION, json -> DrawingPart.write(map.head(wanted), wanted.level(), json));
    }
    if (key.equals(FRAME)) {
      Frame frame = frame(topic, asOf).orElseThrow(() -> missing(topic, key));
      return ItemText.of(key, FRAME, json -> DrawingPart.write(frame, json));
    }
    if (isStreet(key)) {
      Street street = streets.get(key);
      if (street == null) {
        throw missing(topic, key);
      }
      return ItemText.of(key, "street", json -> DrawingPart.write(street, json));
    }
    BlockPlan plan = blocks(topic).get(key.substring(BLOCK.length()));
    if (plan == null) {
      throw missing(topic, key);
    }
    return ItemText.of(
        key, "block", json -> DrawingPart.write(map.block(plan, shown.apply(asOf)), json));
  }

  private static IllegalStateException missing(String topic, String key) {
    return new IllegalStateException("nothing is '" + key + "' in frame '" + topic + "'");
  }

  static Instant moment(long asOf) {
    return Instant.ofEpochSecond(asOf);
  }
}
