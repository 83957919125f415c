package io.kubilitics.model.drawing;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// How many objects something stands for, and how they are.
///
/// @param objects all that are there, whatever their look
/// @param looks how many have each look; those that are [Look#MISSING] are not among the objects
public record Tally(int objects, Map<Look, Integer> looks) {
  public static final Tally NOTHING = new Tally(0, Map.of());

  public Tally {
    looks =
        looks.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<Look, Integer>(looks));
  }

  public int count(Look look) {
    return looks.getOrDefault(look, 0);
  }

  public Tally plus(Tally other) {
    Map<Look, Integer> sum = new EnumMap<>(Look.class);
    sum.putAll(looks);
    other.looks.forEach((look, count) -> sum.merge(look, count, Integer::sum));
    return new Tally(objects + other.objects, sum);
  }

  /// The worst look there is; [Look#PLAIN] of nothing.
  public Look worst() {
    return looks.keySet().stream().findFirst().orElse(Look.PLAIN);
  }
}
