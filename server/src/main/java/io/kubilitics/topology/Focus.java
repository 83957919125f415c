package io.kubilitics.topology;

import io.kubilitics.model.ResourceId;
import java.util.Locale;

/// The surroundings of one object.
///
/// @param hops how many edges away, 0 to [#MOST_HOPS]
public record Focus(ResourceId id, int hops, Direction direction) {
  public static final int DEFAULT_HOPS = 2;
  public static final int MOST_HOPS = 100;

  /// Which edges are followed, by the harm they carry.
  public enum Direction {
    /// To what harms the object.
    UP,
    /// To what the object harms.
    DOWN,
    /// Along every edge.
    BOTH;

    /// As written on the command line and in queries.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Focus {
    if (hops < 0 || hops > MOST_HOPS) {
      throw new IllegalArgumentException("hops must be 0 to " + MOST_HOPS + ", not " + hops);
    }
  }
}
