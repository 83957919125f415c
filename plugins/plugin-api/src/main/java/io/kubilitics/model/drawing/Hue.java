package io.kubilitics.model.drawing;

import java.util.Locale;

/// The family of kinds a card belongs to: the colour of its icon.
public enum Hue {
  WORKLOAD,
  NETWORK,
  CONFIG,
  STORAGE,
  IDENTITY,
  SCHEDULING,
  POLICY,
  CUSTOM;

  /// As written in JSON and in the names of a theme's colours.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
