package io.kubilitics.session.map;

import java.time.Duration;

/// How fast living maps follow, and how long anybody waits for one.
///
/// @param beat between the beginnings of two layouts; a lone change goes at once
/// @param patience how long a request waits for a plan
/// @param idle after which an arrangement that nobody asked for is let go
/// @param inspection between two looks at whether a map should be tidied
/// @param save after a change until the slots are saved
record Pace(Duration beat, Duration patience, Duration idle, Duration inspection, Duration save) {
  static final Pace USUAL =
      new Pace(
          Duration.ofMillis(100),
          Duration.ofSeconds(30),
          Duration.ofMinutes(10),
          Duration.ofMinutes(10),
          Duration.ofSeconds(3));
}
