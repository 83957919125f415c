package io.kubilitics.api.stream;

/// What a subscription is about.
public enum Show {
  /// Nodes and edges.
  TOPOLOGY("topology");

  private final String text;

  Show(String text) {
    this.text = text;
  }

  /// As clients write it.
  public String text() {
    return text;
  }
}
