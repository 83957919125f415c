package io.kubilitics.source.cluster.feed;

import java.time.Duration;

/// How long feeds wait for what. Tests take a faster one.
///
/// @param tick how often it is looked whether something takes too long
/// @param shortestPause before another try, at least
/// @param longestPause before another try, at most, unless the server asks for more
/// @param steady a watch that was open for so long is healthy: the next pause is short again
/// @param grace for so long a watch may be broken before anybody is told
/// @param silence a watch that brings nothing, not even a bookmark, for so long is opened again
/// @param initialEvents for so long a list by watch may bring no object that is new to it before
///   its end is told; ten times as long in all
/// @param listSilence a list that brings nothing for so long is given up
/// @param head how long it may take until a request is sent and an answer begins
/// @param rare between two tries of a kind that is forbidden or not served
/// @param confirmation a kind that was readable is tried again after so long before it is believed
///   that it is not
/// @param unwatched between two lists of a kind that cannot be watched
/// @param watchAtLeast the server is asked to end a watch after a time from here
/// @param watchAtMost to here
/// @param leap when the clock goes on by so much more than a tick, the machine was asleep
public record FeedPace(
    Duration tick,
    Duration shortestPause,
    Duration longestPause,
    Duration steady,
    Duration grace,
    Duration silence,
    Duration initialEvents,
    Duration listSilence,
    Duration head,
    Duration rare,
    Duration confirmation,
    Duration unwatched,
    Duration watchAtLeast,
    Duration watchAtMost,
    Duration leap) {
  public static final FeedPace DEFAULT =
      new FeedPace(
          Duration.ofSeconds(1),
          Duration.ofMillis(500),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofSeconds(5),
          Duration.ofMinutes(3),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofSeconds(3),
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofSeconds(20));

  /// The same, so many times as fast; what is asked of the server and what is compared with the
  /// clock stay.
  public FeedPace faster(int times) {
    return new FeedPace(
        tick.dividedBy(times),
        shortestPause.dividedBy(times),
        longestPause.dividedBy(times),
        steady.dividedBy(times),
        grace.dividedBy(times),
        silence.dividedBy(times),
        initialEvents.dividedBy(times),
        listSilence.dividedBy(times),
        head.dividedBy(times),
        rare.dividedBy(times),
        confirmation.dividedBy(times),
        unwatched.dividedBy(times),
        watchAtLeast,
        watchAtMost,
        leap);
  }
}
