package io.kubilitics.api;

import java.time.Duration;

/// How long the server waits.
///
/// @param head for the rest of the head of a request, from its first byte on
/// @param idle for anything at all on a connection
/// @param drain for running requests when it stops
record Patience(Duration head, Duration idle, Duration drain) {
  static final Patience USUAL =
      new Patience(Duration.ofSeconds(15), Duration.ofSeconds(60), Duration.ofSeconds(10));
}
