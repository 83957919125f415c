package io.kubilitics.source.cluster;

import io.kubilitics.source.SourceCondition.Phase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the way to an API server is.
///
/// @param message why it is not open, in words for the reader, or `""`
/// @param lastContact when the server last answered, null for never
/// @param nextAttempt when it is tried again, null when it is open or tried just now
record LineState(
    Phase phase, String message, @Nullable Instant lastContact, @Nullable Instant nextAttempt) {
  static final LineState CONNECTING = new LineState(Phase.CONNECTING, "", null, null);

  /// The same, with an answer that may have come after the last one.
  LineState heard(@Nullable Instant contact) {
    if (contact == null || (lastContact != null && !contact.isAfter(lastContact))) {
      return this;
    }
    return new LineState(phase, message, contact, nextAttempt);
  }

  boolean isOpen() {
    return phase == Phase.CONNECTED;
  }

  /// Whether requests should wait for better times.
  boolean isDown() {
    return phase == Phase.UNREACHABLE || phase == Phase.REFUSED;
  }
}
