package io.kubilitics.testbed.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RequiresControlPlane
class ClusterDumpTest {
  @TempDir private Path folder;

  @Test
  void aDumpIsReadAsTheClusterItWas(ControlPlane plane) throws IOException, InterruptedException {
    String claim =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: dumped, namespace: default}
        spec:
          containers:
          - {name: main, image: nginx, envFrom: [{configMapRef: {name: settings}}]}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings, namespace: default}
        """;
    plane.admin().apply(claim);

    int count = ClusterDump.write(plane.admin(), folder);
    List<String> lines = TopologyText.of(TopologyText.ofManifests(folder, Instant.now()));

    assertThat(count).isGreaterThan(100);
    assertThat(lines)
        .anyMatch(
            line -> line.startsWith("Pod/default/dumped uses-config ConfigMap/default/settings <-"))
        .anyMatch(line -> line.startsWith("ClusterRole.rbac.authorization.k8s.io/cluster-admin "));
    assertThat(TopologyText.difference(lines, lines)).isEmpty();
    assertThat(TopologyText.difference(lines, lines.subList(1, lines.size())))
        .startsWith("1 missing:\n");
    plane.admin().delete(claim);
  }
}
