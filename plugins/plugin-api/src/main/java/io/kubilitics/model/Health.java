package io.kubilitics.model;

import java.util.Locale;

/// How an object is, as an operator would say it.
///
/// @param reason one word in the field's language (`CrashLoopBackOff`), `""` when there is nothing
///   to say
/// @param message one sentence for the reader, or `""`
public record Health(Status status, String reason, String message) {
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
}
