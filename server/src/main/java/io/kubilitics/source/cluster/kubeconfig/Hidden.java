package io.kubilitics.source.cluster.kubeconfig;

/// A text that must never be shown: [#toString] hides it, so that no log, message or test report
/// tells it.
public final class Hidden {
  private final String text;

  public Hidden(String text) {
    this.text = text;
  }

  /// The text itself, for the one place that sends it.
  public String reveal() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hidden that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "[hidden]";
  }
}
