package io.kubilitics.cli;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.Viewer;
import io.kubilitics.session.Session;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.SourceCondition.Phase;
import io.kubilitics.topology.KindSummary;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/// How a command that answers once reads its sources: to their end, with progress on stderr, and
/// everything as of one instant.
record StillReading(Shell shell, Instant asOf) {
  /// As of now, to the second.
  static StillReading now(Shell shell) {
    return new StillReading(shell, shell.clock().instant().truncatedTo(ChronoUnit.SECONDS));
  }

  /// Begins to read a source. Whoever opens it closes it.
  ///
  /// @param catalogue of this source alone
  Session open(SourceArgument source, Catalogue catalogue) {
    return open(source.cluster(), source.text(), source.still(catalogue, shell, asOf), catalogue);
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

  /// Waits for the whole source, and names the kinds of it that could not be read.
  Topology awaitQuietly(Session session) throws InterruptedException {
    Topology topology;
    try (Progress _ = Progress.of(shell, () -> progress(session))) {
      topology = session.awaitReady();
    }
    UnknownKinds.of(topology)
        .text()
        .ifPresent(text ->
            shell.err().println("kubilitics: " + Plain.text(session.description() + ": " + text)));
    return topology;
  }

  /// `reading manifests/: 1,200 objects`, and where kinds are read each by itself, how many are in:
  /// `reading context prod: 34 of 61 kinds, 1,200 objects`.
  static String progress(Session session) {
    String name = Plain.text(session.description());
    if (session.condition().phase() == Phase.CONNECTING) {
      return "connecting to " + name;
    }
    List<KindState> kinds = session.topology().knowledge();
    long expected = kinds.stream().filter(kind -> !isOther(kind)).count();
    long read =
        kinds.stream()
            .filter(kind -> !isOther(kind) && kind.knowledge() != Knowledge.SYNCING)
            .count();
    return "reading "
        + name
        + ": "
        + (expected == 0 ? "" : read + " of " + Counted.of(expected, "kind") + ", ")
        + Counted.of(session.received(), "object");
  }

  private static boolean isOther(KindState kind) {
    return kind.kind().equals(KindState.ANY_OTHER);
  }

  /// The kinds of the objects that were read.
  static Collection<Kind> kinds(Topology topology) {
    return topology.select(TopologyQuery.ALL, Viewer.EVERYTHING).kinds().stream()
        .map(KindSummary::kind)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
