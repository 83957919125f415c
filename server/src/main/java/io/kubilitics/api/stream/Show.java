package io.kubilitics.api.stream;

/// What a subscription is about.
public enum Show {
  /// Nodes and edges.
  TOPOLOGY("topology"),
  /// The map as it is drawn.
  DRAWING("drawing"),
  /// How well the cluster and its kinds are known.
  STATUS("status"),
  /// What is wrong.
  FINDINGS("findings"),
  /// What the cluster has reported of its objects.
  EVENTS("events");

  private final String text;

  Show(String text) {
    this.text = text;
  }

  /// As clients write it.
  public String text() {
    return text;
  }
}
