package io.kubilitics.model;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How an object is, as an operator would say it, until time alone changes that.
///
/// @param reason one word in the field's language (`CrashLoopBackOff`), `""` when there is nothing
///   to say
/// @param message one sentence for the reader, or `""`
/// @param later what holds from some instant on although the object stays the same; null when time
///   changes nothing
public record Health(Status status, String reason, String message, @Nullable Later later) {
  public static final Health HEALTHY = new Health(Status.HEALTHY, "", "");
  public static final Health UNKNOWN = new Health(Status.UNKNOWN, "", "");

  public enum Status {
    HEALTHY,
    PROGRESSING,
    DEGRADED,
    FAILED,
    SUSPENDED,
    UNKNOWN;

    /// As written in JSON.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What holds from an instant on; may change later again.
  public record Later(Instant at, Health health) {}

  public Health(Status status, String reason, String message) {
    this(status, reason, message, null);
  }

  /// This health until an instant, then another.
  public Health until(Instant at, Health then) {
    return new Health(status, reason, message, new Later(at, then));
  }

  /// What holds at an instant.
  public Health at(Instant instant) {
    Health health = this;
    while (health.later != null && !health.later.at.isAfter(instant)) {
      health = health.later.health;
    }
    return health;
  }

  /// When time alone will change it.
  public Optional<Instant> changesAt() {
    return Optional.ofNullable(later).map(Later::at);
  }
}
