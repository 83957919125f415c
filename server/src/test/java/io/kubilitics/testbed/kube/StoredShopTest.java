package io.kubilitics.testbed.kube;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.model.EdgeState;
import io.kubilitics.testbed.Eventually;
import io.kubilitics.testbed.Manifests;
import io.kubilitics.topology.Topology;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RequiresControlPlane
class StoredShopTest {
  private static final int SIZE = 60;

  @Test
  void anApiServerServesWhatWasStoredPastIt(@TempDir Path own, @TempDir Path dump)
      throws Exception {
    try (ControlPlane plane = ControlPlane.start(Programs.ofProject().built(), own)) {
      plane.etcd().store(StoredShop.of(SIZE));
      Eventually.holds(() ->
          assertThat(plane.admin().ask(StoredShop.path(StoredShop.pods(SIZE) - 1)).status())
              .as("the last Pod is seen")
              .isEqualTo(200));

      JsonNode pod =
          plane.admin().patch(StoredShop.path(7), "{\"metadata\":{\"labels\":{\"a\":\"b\"}}}");
      assertThat(pod.at("/metadata/labels/a").asText()).isEqualTo("b");
      assertThat(pod.at("/status/phase").asText()).isEqualTo("Running");

      ClusterDump.write(plane.admin(), dump);
      Topology topology = TopologyText.ofManifests(dump, Instant.now());
      assertThat(Manifests.allEdges(topology, Set.of()))
          .filteredOn(edge -> edge.source().namespace().equals("team-000"))
          .hasSizeGreaterThan(SIZE * 2)
          .allMatch(edge -> edge.state() == EdgeState.RESOLVED);
    }
  }
}
