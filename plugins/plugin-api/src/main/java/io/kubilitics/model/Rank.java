package io.kubilitics.model;

/// Makes a fact a fallback: in a group only the facts of the lowest level yield edges. A fact of a
/// level above 0 also needs the group's object to be there. Example: an Endpoints (1) speaks for
/// its Service only where no EndpointSlice (0) does.
public record Rank(ResourceId group, int level) {
  public Rank {
    if (level < 0 || level > 7) {
      throw new IllegalArgumentException("a rank's level is 0 to 7, not " + level);
    }
  }
}
