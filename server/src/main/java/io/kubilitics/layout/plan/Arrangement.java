package io.kubilitics.layout.plan;

import java.util.Locale;

/// What the frames of a map stand for.
public enum Arrangement {
  NAMESPACE,
  /// The `app.kubernetes.io/part-of`, `…/instance` or `app` label, whatever the namespace.
  APP,
  /// Pods stand in the Node they run on.
  NODE,
  /// One frame for everything.
  NONE;

  /// As written in requests.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
