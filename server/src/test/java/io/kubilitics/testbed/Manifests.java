package io.kubilitics.testbed;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.extension.Bundled;
import io.kubilitics.model.Change;
import io.kubilitics.model.Edge;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationType;
import io.kubilitics.model.Viewer;
import io.kubilitics.source.Place;
import io.kubilitics.source.SourceListener;
import io.kubilitics.source.manifest.ManifestSource;
import io.kubilitics.topology.Engine;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyQuery;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Manifests written in a test, read the way a user's manifests are.
public final class Manifests {
  private static final Catalogue CATALOGUE = Bundled.catalogue();

  private Manifests() {}

  /// What manifests are read with.
  public static Catalogue catalogue() {
    return CATALOGUE;
  }

  /// The changes that a text of manifests makes.
  ///
  /// @throws AssertionError when any of it is refused
  public static List<Change> changes(String yaml) {
    List<Change> changes = new ArrayList<>();
    InputStream text = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
    try (ManifestSource source = ManifestSource.ofStdin(text, CATALOGUE.forCluster())) {
      source.open(
          new SourceListener() {
            @Override
            public void changes(List<Change> batch) {
              changes.addAll(batch);
            }

            @Override
            public void rejected(Place place, String reason) {
              throw new AssertionError(place + ": " + reason);
            }
          });
    }
    return changes;
  }

  public static Topology topology(String yaml) {
    Engine engine = new Engine(CATALOGUE.relations());
    engine.apply(changes(yaml));
    return engine.current();
  }

  /// All edges that are kept, hidden ones too, as `source relation target [flags] <- path=value`
  /// for each piece of evidence; `<-` is `->` where it was read at the target.
  public static List<String> edges(String yaml) {
    return edges(yaml, Set.of());
  }

  /// The same with the edges of these relations, which are kept nowhere.
  public static List<String> edges(String yaml, Set<Relation> onDemand) {
    return edges(topology(yaml), onDemand);
  }

  public static List<String> edges(Topology topology) {
    return edges(topology, Set.of());
  }

  private static List<String> edges(Topology topology, Set<Relation> onDemand) {
    List<String> lines = new ArrayList<>();
    allEdges(topology, onDemand)
        .forEach(edge ->
            edge.evidence().forEach(reading -> lines.add(head(edge) + " " + evidence(reading))));
    return lines;
  }

  /// All edges of all relations, hidden ones too; of those answered on demand only these.
  public static List<Edge> allEdges(Topology topology, Set<Relation> onDemand) {
    Set<Relation> relations = new HashSet<>(onDemand);
    for (RelationType type : CATALOGUE.relations().all()) {
      if (type.storage() != RelationType.Storage.ON_DEMAND) {
        relations.add(type.relation());
      }
    }
    TopologyQuery all =
        new TopologyQuery(
            Set.of(),
            Set.of(),
            relations,
            TopologyQuery.ALL.labels(),
            Set.of(),
            TopologyQuery.ALL.focus());
    return topology.select(all, Viewer.EVERYTHING).edges().toList();
  }

  private static String head(Edge edge) {
    return edge.id()
        + (edge.state() == EdgeState.RESOLVED ? "" : " " + edge.state().text())
        + (edge.inferred() ? " inferred" : "")
        + (edge.optional() ? " optional" : "");
  }

  private static String evidence(Edge.Reading reading) {
    return (reading.end() == Edge.End.SOURCE ? "<- " : "-> ")
        + reading.evidence().path()
        + "="
        + reading.evidence().value()
        + (reading.evidence().key().isEmpty() ? "" : "#" + reading.evidence().key())
        + (reading.evidence().attributes().isEmpty()
            ? ""
            : " (" + reading.evidence().attributes() + ")");
  }
}
