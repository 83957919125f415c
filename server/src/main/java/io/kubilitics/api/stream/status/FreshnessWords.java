package io.kubilitics.api.stream.status;

import io.kubilitics.model.KindState.Knowledge;

/// How fresh what is known of a kind is, in the words the reader sees.
final class FreshnessWords {
  private static final String SINCE = "since ";

  private FreshnessWords() {}

  /// `live`, `catching up`, `stale since 10:02:11`, `polled`, `forbidden`, `not served`, `not
  /// read`.
  ///
  /// @param message what is said beside it; a source that has lost its connection says since when
  static String of(Knowledge knowledge, String message) {
    return switch (knowledge) {
      case SYNCED -> "live";
      case SYNCING -> "catching up";
      case STALE -> message.startsWith(SINCE) ? "stale " + message : "stale";
      case POLLED -> "polled";
      case FORBIDDEN -> "forbidden";
      case NOT_SERVED -> "not served";
      case OFF -> "not read";
    };
  }
}
