package io.kubilitics.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.source.demo.DemoCluster;
import io.kubilitics.source.demo.DemoSource;
import io.kubilitics.source.demo.DemoSpec;
import io.kubilitics.testbed.DemoManifests;
import io.kubilitics.testbed.FakeApiServer;
import io.kubilitics.topology.Topology;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A cluster as a command reads it.
class StillTest {
  private static Topology demo(DemoSpec spec) {
    Catalogue catalogue = Live.BUILT_IN.forCluster();
    Watched watched = new Watched(catalogue);
    try (DemoSource demo = DemoSource.still(spec, catalogue, DemoManifests.BORN)) {
      demo.open(watched);
    }
    return watched.topology();
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1_000})
  void aClusterWithTheObjectsOfTheDemoHasItsTopology(int size) {
    DemoSpec spec = new DemoSpec(size, 42);
    Topology expected = demo(spec);
    try (FakeApiServer server = FakeApiServer.start()) {
      server.fill(DemoCluster.of(spec, DemoManifests.BORN, DemoSource.USUAL_PACE));
      try (Live live = Live.once(Live.access(server))) {
        assertThat(Watched.nodes(live.watched.topology())).isEqualTo(Watched.nodes(expected));
        assertThat(live.watched.edges()).isEqualTo(Watched.edges(expected));
        assertThat(live.watched.overlapped()).isFalse();
        assertThat(live.watched.rejected()).isEmpty();
      }
    }
  }
}
