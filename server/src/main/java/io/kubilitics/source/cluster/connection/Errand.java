package io.kubilitics.source.cluster.connection;

/// What a request is for, which decides the connection it takes: a slow list must not silence a
/// watch, and neither may keep the user waiting.
public enum Errand {
  LIST,
  WATCH,
  /// What somebody waits for, and small questions such as discovery.
  USER
}
