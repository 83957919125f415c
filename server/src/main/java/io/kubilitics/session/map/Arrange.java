package io.kubilitics.session.map;

import java.util.Locale;

/// Where the places of a drawing come from.
public enum Arrange {
  /// The living map: what is filtered out is hidden, and nothing moves for it.
  KEEP,
  /// A map made for this answer: a function of the objects that were asked for alone.
  FRESH;

  /// As written in requests and answers.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
