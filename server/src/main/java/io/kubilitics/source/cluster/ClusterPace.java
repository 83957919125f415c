package io.kubilitics.source.cluster;

import io.kubilitics.source.cluster.kubeconfig.Authorization;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import java.time.Duration;

/// How long things take while a cluster is read.
///
/// @param firstRetry longest pause before the second attempt to reach a server; doubles from there
/// @param lastRetry longest pause of all
/// @param refusedRetry pause after a refusal that only the user can end
/// @param patience how long the command line waits for a server that does not answer
/// @param signIn how much longer it waits where a credential plugin signs in, about which a person
///   may be asked first
/// @param contact how often it is told when a server that is there was last heard of
/// @param gate how long a request waits for a server that is away
/// @param spread within which requests start that waited for the server to come back
/// @param settle how long changes of definitions are gathered
/// @param rediscovery after which the server is asked again what it serves
/// @param hurriedRediscovery the same while some of that is unknown
/// @param newPoll the same as the next one at first, for a kind that has just been defined; doubles
///   from there
/// @param coldPoll after which a kind that is not watched is read again
/// @param rights after which it is asked first whether forbidden kinds may be read now; doubles up
///   to thirty times as long
/// @param openLimit after which a kind that cannot be read does not hold up the opening any more
record ClusterPace(
    Duration firstRetry,
    Duration lastRetry,
    Duration refusedRetry,
    Duration patience,
    Duration signIn,
    Duration contact,
    Duration gate,
    Duration spread,
    Duration settle,
    Duration rediscovery,
    Duration hurriedRediscovery,
    Duration newPoll,
    Duration coldPoll,
    Duration rights,
    Duration openLimit) {
  static final ClusterPace USUAL =
      new ClusterPace(
          Duration.ofMillis(500),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          Duration.ofMinutes(2),
          Duration.ofMinutes(1),
          Duration.ofSeconds(30),
          Duration.ofSeconds(2),
          Duration.ofSeconds(1),
          Duration.ofMinutes(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(60));

  /// How long the command line waits for the first answer of a server that is reached like that.
  Duration patience(ClusterAccess access) {
    return access.authorization() instanceof Authorization.Plugin
        ? patience.plus(signIn)
        : patience;
  }
}
