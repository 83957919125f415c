package io.kubilitics.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Kind;
import io.kubilitics.testbed.Eventually;
import io.kubilitics.testbed.kube.ControlPlane;
import io.kubilitics.testbed.kube.KubeUser;
import io.kubilitics.testbed.kube.RequiresControlPlane;
import io.kubilitics.topology.Node;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Kinds that a cluster learns while it is open.
@RequiresControlPlane
class LiveDefinitionsTest {
  private static final Kind BOAT = new Kind("live.example.com", "Boat");

  private static final String DEFINITION =
      "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/boats.live.example.com";

  private LiveCluster live;

  @BeforeEach
  void open(ControlPlane plane) throws IOException {
    live = LiveCluster.open(plane, plane.kubeconfig(KubeUser.READER));
  }

  @AfterEach
  void close(ControlPlane plane) throws Exception {
    live.close();
    plane.admin().delete(definition(version("v1", true)));
    Eventually.holds(() ->
        assertThat(plane.admin().ask(DEFINITION).status()).as("%s is gone", BOAT).isEqualTo(404));
  }

  @Test
  void aKindAppearsWithItsObjectsAndDisappearsWithThem(ControlPlane plane) throws Exception {
    live.awaitTruth();

    define(plane, version("v1", true));
    plane.admin().apply(boat("v1", "first"));
    live.awaitObject("Boat.live.example.com/default/first");
    live.awaitTruth();

    plane.admin().apply(boat("v1", "second"));
    live.awaitObject("Boat.live.example.com/default/second");
    live.awaitTruth();

    plane.admin().delete(definition(version("v1", true)));
    live.awaitNoObject("Boat.live.example.com/default/first");
    live.awaitTruth();

    define(plane, version("v1", true));
    plane.admin().apply(boat("v1", "again"));
    live.awaitObject("Boat.live.example.com/default/again");
    live.awaitTruth();
  }

  @Test
  void aKindIsReadInTheVersionThatTheServerPrefersFromNowOn(ControlPlane plane) throws Exception {
    define(plane, version("v1alpha1", true));
    plane.admin().apply(boat("v1alpha1", "old"));
    live.awaitTruth();
    assertThat(version("Boat.live.example.com/default/old")).isEqualTo("v1alpha1");

    define(plane, version("v1alpha1", false) + version("v1", true));
    plane.admin().apply(boat("v1", "new"));
    live.awaitTruth();

    assertThat(version("Boat.live.example.com/default/new")).isEqualTo("v1");
    assertThat(version("Boat.live.example.com/default/old")).isEqualTo("v1");
  }

  private String version(String id) {
    return live.object(id).map(Node.Present::resource).map(boat -> boat.version()).orElse("");
  }

  /// Returns when the API server serves the kind.
  private static void define(ControlPlane plane, String versions) throws Exception {
    plane.admin().apply(definition(versions));
    String last = versions.strip().replaceFirst("(?s).*name: (\\w+).*", "$1");
    Eventually.holds(() ->
        assertThat(plane.admin().ask("/apis/live.example.com/" + last + "/boats").status())
            .as("%s is served", BOAT)
            .isEqualTo(200));
  }

  private static String definition(String versions) {
    return """
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: {name: boats.live.example.com}
    spec:
      group: live.example.com
      scope: Namespaced
      names: {plural: boats, singular: boat, kind: Boat}
      versions:
    %s\
    """
        .formatted(versions.indent(2));
  }

  private static String version(String name, boolean stored) {
    return """
    - name: %s
      served: true
      storage: %s
      schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
    """
        .formatted(name, stored);
  }

  private static String boat(String version, String name) {
    return """
    apiVersion: live.example.com/%s
    kind: Boat
    metadata: {name: %s, namespace: default, labels: {fleet: blue}}
    spec: {crew: 3}
    """
        .formatted(version, name);
  }
}
