package io.kubilitics.source.cluster.connection;

import java.time.Duration;

/// The times and numbers a connection keeps to; tests have shorter ones.
///
/// @param connect until the server has taken a TCP connection and TLS is agreed
/// @param head until the head of an answer is there
/// @param silence a body of which nothing comes for so long is given up, except that of a watch
/// @param watchSilence the same for a watch, whose connection is asked for life besides
/// @param pingEvery how often a connection of watches is asked whether it lives
/// @param pingWithin how long it may take to answer that
/// @param streamsPerClient requests at once over one HTTP client; a server allows 100 over HTTP/2
/// @param requestsPerSecond on average, users' included
/// @param burst requests that may be made at once after a quiet time
public record ConnectionPace(
    Duration connect,
    Duration head,
    Duration silence,
    Duration watchSilence,
    Duration pingEvery,
    Duration pingWithin,
    int streamsPerClient,
    int requestsPerSecond,
    int burst) {
  /// What suits a real API server. A request lives for 60 s there unless it is a watch; the burst
  /// is a look, a list and a watch each for 400 kinds.
  public static final ConnectionPace USUAL =
      new ConnectionPace(
          Duration.ofSeconds(10),
          Duration.ofSeconds(65),
          Duration.ofSeconds(60),
          Duration.ofMinutes(10),
          Duration.ofSeconds(15),
          Duration.ofSeconds(10),
          80,
          5,
          1_200);

  ConnectionPace withPings(Duration every, Duration within) {
    return new ConnectionPace(
        connect,
        head,
        silence,
        watchSilence,
        every,
        within,
        streamsPerClient,
        requestsPerSecond,
        burst);
  }
}
