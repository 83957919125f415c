package io.kubilitics.cli;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Viewer;
import io.kubilitics.session.Session;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.topology.KindSummary;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.stream.Collectors;

/// How a command that answers once reads its sources: to their end, with progress on stderr, and
/// everything as of one instant.
record StillReading(Shell shell, Instant asOf) {
  /// As of now, to the second.
  static StillReading now(Shell shell) {
    return new StillReading(shell, shell.clock().instant().truncatedTo(ChronoUnit.SECONDS));
  }

  /// Begins to read a source as the user wrote it. Whoever opens it closes it.
  ///
  /// @param catalogue of this source alone
  Session open(String text, Catalogue catalogue) {
    ResourceSource source = SourceArgument.still(text, catalogue, shell, asOf);
    return open(SourceArgument.cluster(text), text, source, catalogue);
  }

  /// Begins to read a source. Whoever opens it closes it.
  Session open(ClusterId cluster, String text, ResourceSource source, Catalogue catalogue) {
    return Session.open(cluster, text, source, catalogue, Clock.fixed(asOf, ZoneOffset.UTC));
  }

  /// Waits for the whole source, and names what in it could not be read, whether or not the rest
  /// could.
  Topology await(Session session) throws InterruptedException {
    try {
      return awaitQuietly(session);
    } finally {
      RejectionList.print(session.rejections(), shell.err());
    }
  }

  /// Waits for the whole source.
  Topology awaitQuietly(Session session) throws InterruptedException {
    try (Progress _ = Progress.of(shell, session.description(), session::received)) {
      return session.awaitReady();
    }
  }

  /// The kinds of the objects that were read.
  static Collection<Kind> kinds(Topology topology) {
    return topology.select(TopologyQuery.ALL, Viewer.EVERYTHING).kinds().stream()
        .map(KindSummary::kind)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
