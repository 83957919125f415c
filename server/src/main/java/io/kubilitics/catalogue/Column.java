package io.kubilitics.catalogue;

import java.util.Locale;

/// A column of a kind's table. Its value is the [io.kubilitics.model.Features] entry of its name.
public record Column(String name, Type type) {
  public enum Type {
    TEXT,
    INTEGER,
    /// An instant as in `2026-11-20T10:00:00Z`, shown as the time since.
    DATE;

    /// As written in YAML and JSON.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
