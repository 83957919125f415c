package io.kubilitics.api.stream;

import java.time.Duration;

/// How long the stream waits for what.
///
/// @param hello for the first frame of a client
/// @param batch between two editions of a channel; a change after a quiet time is not delayed
/// @param bookmark between two revisions that a quiet subscription is told
/// @param ping between two signs of life that are asked for
/// @param silence for any frame of a client
/// @param stall for a client to take in one message
/// @param farewell for a closing handshake, after which the connection is cut
/// @param linger for the next subscriber of a channel that has none
/// @param cached for the next client that needs a text that was written for others
/// @param rounds between two looks at what is open and what is not needed any more
public record StreamPace(
    Duration hello,
    Duration batch,
    Duration bookmark,
    Duration ping,
    Duration silence,
    Duration stall,
    Duration farewell,
    Duration linger,
    Duration cached,
    Duration rounds) {
  public static final StreamPace USUAL =
      new StreamPace(
          Duration.ofSeconds(5),
          Duration.ofMillis(100),
          Duration.ofSeconds(15),
          Duration.ofSeconds(20),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(1));
}
