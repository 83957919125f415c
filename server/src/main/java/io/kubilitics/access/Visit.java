package io.kubilitics.access;

/// A request with what the door found out about it: where it leads and who sent it.
public record Visit(Knock knock, Passage passage, Caller caller) {
  /// Whether it leads to a route of this kind.
  boolean leadsTo(Access access) {
    return passage instanceof Passage.To(Route route) && route.access() == access;
  }
}
