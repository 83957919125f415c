package io.kubilitics.source.cluster.feed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a list or a watch ended, which decides what comes next.
sealed interface Ending {
  /// The list is complete; it can be watched from here on.
  record Listed(String resourceVersion) implements Ending {}

  /// The server closed the watch as agreed.
  record Closed() implements Ending {}

  /// We ended it ourselves, to begin again.
  record Cut() implements Ending {}

  /// The place in time is not kept any more, or not understood: the objects must be listed.
  record Expired() implements Ending {}

  /// This way of asking is not offered; there is another one.
  record NotOffered() implements Ending {}

  /// A list whose end never comes.
  ///
  /// @param pause for how long it is better not asked for again, or null
  record Endless(String reason, @Nullable Duration pause) implements Ending {}

  record Forbidden(String reason) implements Ending {}

  record NotServed(String reason) implements Ending {}

  /// Anything else.
  ///
  /// @param pause for how long the server does not want to be asked, or null
  /// @param isContent whether it was what came that could not be used, and not the way it came
  record Failed(String reason, @Nullable Duration pause, boolean isContent) implements Ending {}

  static Failed failed(String reason) {
    return new Failed(reason, null, false);
  }

  /// What a refusal means.
  static Ending of(Refusal refusal) {
    if (refusal.isExpired() || refusal.isAhead()) {
      return new Expired();
    }
    return switch (refusal.code()) {
      case 403 -> new Forbidden(refusal.text());
      case 404 -> new NotServed(refusal.text());
      default -> new Failed(refusal.text(), refusal.retryAfter(), false);
    };
  }
}
