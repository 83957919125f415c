package io.kubilitics.source.cluster.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// How many requests one cluster is asked: so many a second on average, and after a quiet time many
/// at once. Whoever comes when they are used up is told how long to wait, one after the other; what
/// users wait for goes first, by using up the turns of the others, however many of those wait. Any
/// thread.
final class Budget {
  /// A user's requests wait only when they alone are ten seconds ahead.
  private static final int SECONDS_AHEAD = 10;

  private final double perSecond;
  private final int burst;
  private final InstantSource clock;
  private double left;

  /// What users alone may still take at once.
  private double leftForUsers;

  private Instant counted;

  Budget(int perSecond, int burst, InstantSource clock) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.clock = clock;
    left = burst;
    leftForUsers = mostForUsers();
    counted = clock.instant();
  }

  /// Takes one request.
  ///
  /// @return how long to wait before it is made
  synchronized Duration take(Errand errand) {
    refill();
    left--;
    double missing =
        switch (errand) {
          case USER -> {
            leftForUsers--;
            yield -leftForUsers;
          }
          case LIST, WATCH -> -left;
        };
    return missing <= 0 ? Duration.ZERO : Duration.ofMillis(Math.round(missing / perSecond * 1000));
  }

  /// Who did not wait gives the request back.
  synchronized void giveBack(Errand errand) {
    left = Math.min(burst, left + 1);
    if (errand == Errand.USER) {
      leftForUsers = Math.min(mostForUsers(), leftForUsers + 1);
    }
  }

  private double mostForUsers() {
    return burst + SECONDS_AHEAD * perSecond;
  }

  /// A clock that goes backwards brings nothing.
  private void refill() {
    Instant now = clock.instant();
    if (now.isAfter(counted)) {
      double seconds = Duration.between(counted, now).toMillis() / 1000.0;
      left = Math.min(burst, left + seconds * perSecond);
      leftForUsers = Math.min(mostForUsers(), leftForUsers + seconds * perSecond);
    }
    counted = now;
  }
}
