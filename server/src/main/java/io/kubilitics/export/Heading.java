package io.kubilitics.export;

import io.kubilitics.model.ClusterId;
import java.time.Instant;

/// What a written topology says of itself.
///
/// @param revision 0 on the command line, where nothing follows the first
/// @param streamEpoch the run of the server that counts the revisions, `""` where there is no
///   stream
/// @param asOf the instant for which everything that depends on the clock was decided
public record Heading(ClusterId cluster, long revision, String streamEpoch, Instant asOf) {
  /// What every document of ours begins with.
  public static final String API_VERSION = "kubilitics.io/v1";

  /// For a reader who gets this one answer and no deltas after it.
  public static Heading once(ClusterId cluster, Instant asOf) {
    return new Heading(cluster, 0, "", asOf);
  }
}
