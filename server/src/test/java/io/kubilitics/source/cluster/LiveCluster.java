package io.kubilitics.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.extension.Bundled;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.session.Session;
import io.kubilitics.source.SourceCondition;
import io.kubilitics.testbed.Eventually;
import io.kubilitics.testbed.Manifests;
import io.kubilitics.testbed.kube.ClusterDump;
import io.kubilitics.testbed.kube.ControlPlane;
import io.kubilitics.testbed.kube.TopologyText;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A real cluster as the product sees it, beside what the cluster itself says.
final class LiveCluster implements AutoCloseable {
  /// Between two dumps, which cost an API server some hundred requests.
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final ControlPlane plane;
  private final ClusterSource source;
  private final Session session;

  private LiveCluster(ControlPlane plane, ClusterSource source, Session session) {
    this.plane = plane;
    this.source = source;
    this.session = session;
  }

  /// Opens what a kubeconfig points at, with shorter pauses than usual before what is tried again.
  static LiveCluster open(ControlPlane plane, Path kubeconfig) {
    Catalogue catalogue = Bundled.catalogue().forCluster();
    ClusterSource source = LiveSource.hurried(kubeconfig, catalogue);
    return new LiveCluster(
        plane,
        source,
        Session.open(
            new ClusterId("live"), kubeconfig.toString(), source, catalogue, Clock.systemUTC()));
  }

  /// Goes on with what a kubeconfig says now.
  void reaccess(Path kubeconfig) {
    source.reaccess(LiveSource.access(kubeconfig));
  }

  Session session() {
    return session;
  }

  Topology topology() {
    return session.topology();
  }

  /// Waits until the map is the one that a dump of the cluster gives, node for node and edge for
  /// edge.
  void awaitTruth() throws Exception {
    session.awaitReady();
    Eventually.holds(() -> {
      List<String> truth = truth();
      String difference = TopologyText.difference(truth, TopologyText.of(topology()));
      if (!difference.isEmpty()) {
        Thread.sleep(PAUSE);
      }
      assertThat(difference).as("what differs from a dump of the cluster").isEmpty();
    });
  }

  private List<String> truth() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("kubilitics-dump");
    try {
      ClusterDump.write(plane.admin(), folder);
      return TopologyText.of(TopologyText.ofManifests(folder, Clock.systemUTC().instant()));
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(LiveCluster::deleteFile);
    }
  }

  private static void deleteFile(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The object, when it is on the map.
  Optional<Node.Present> object(String id) {
    return topology()
        .node(ResourceId.parse(id), Viewer.EVERYTHING)
        .flatMap(
            node -> node instanceof Node.Present there ? Optional.of(there) : Optional.empty());
  }

  /// All edges of the map, as lines.
  List<String> edges() {
    return Manifests.edges(topology());
  }

  void awaitObject(String id) throws Exception {
    Eventually.holds(() -> assertThat(object(id)).as("%s", id).isPresent());
  }

  void awaitNoObject(String id) throws Exception {
    Eventually.holds(() -> assertThat(object(id)).as("%s", id).isEmpty());
  }

  /// What is known of a kind in the whole cluster.
  Knowledge knowledge(Kind kind) {
    Knowledge others = Knowledge.SYNCED;
    for (KindState state : topology().knowledge()) {
      if (state.namespace().isEmpty() && state.kind().equals(kind)) {
        return state.knowledge();
      }
      if (state.kind().equals(KindState.ANY_OTHER)) {
        others = state.knowledge();
      }
    }
    return others;
  }

  void awaitKnowledge(Kind kind, Knowledge wanted) throws Exception {
    Eventually.holds(() -> assertThat(knowledge(kind)).as("%s", kind).isEqualTo(wanted));
  }

  void awaitPhase(SourceCondition.Phase wanted) throws Exception {
    Eventually.holds(() ->
        assertThat(session.condition().phase()).as("%s", session.condition()).isEqualTo(wanted));
  }

  @Override
  public void close() {
    session.close();
  }
}
