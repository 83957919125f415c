package io.kubilitics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Owners, and workloads that stand in for their Pods.
class OwnershipTest {
  @Test
  void everyOwnerIsNamedWithItsUidAndScope() {
    assertThat(
            Extracted.yaml(
                    """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata:
                      name: a
                      ownerReferences:
                        - {apiVersion: extensions/v1beta1, kind: ReplicaSet, name: r, uid: u1, controller: true}
                        - {apiVersion: v1, kind: Node, name: n, uid: u2, controller: false}
                        - {apiVersion: example.com/v1, kind: Widget, name: w}
                        - {apiVersion: v1, kind: Pod}
                        - {name: x, uid: u3}
                    """)
                .facts())
        .containsExactly(
            "owns ReplicaSet.apps/r u1 namespaced controller @ metadata.ownerReferences[0]=r",
            "owns Node/n u2 cluster @ metadata.ownerReferences[1]=n",
            "owns Widget.example.com/w  unknown @ metadata.ownerReferences[2]=w");
  }

  private static Extracted deployment(String owner, String status) {
    return Extracted.yaml(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: cart, namespace: shop, ownerReferences: [%s]}
        spec: {template: {metadata: {labels: {app: cart, tier: web}}}}
        status: {%s}
        """
            .formatted(owner, status));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | '' | true",
        "'' | 'observedGeneration: 1' | true",
        "'' | 'replicas: 0' | true",
        "'' | 'replicas: 2' | false",
        "'{apiVersion: v1, kind: A, name: a, controller: true}' | '' | false",
        "'{apiVersion: v1, kind: A, name: a}' | '' | true"
      })
  void aTopWorkloadWithoutPodsStandsInForThem(String owner, String status, boolean offers) {
    assertThat(deployment(owner, status).facts("offers"))
        .isEqualTo(
            offers
                ? java.util.List.of(
                    "offers Pod {app=cart, tier=web} inferred"
                        + " @ spec.template.metadata.labels=app=cart,tier=web")
                : java.util.List.of());
  }

  @Test
  void aTemplateWithoutLabelsOffersAPodWithoutLabels() {
    assertThat(
            Extracted.yaml(
                    """
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata: {name: a}
                    spec: {template: {}}
                    """)
                .facts("offers"))
        .containsExactly("offers Pod {} inferred @ spec.template.metadata.labels=*");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "batch/v1 | Job | spec: {template: {}} | status: {active: 1} | false",
        "batch/v1 | Job | spec: {template: {}} | status: {succeeded: 1} | false",
        "batch/v1 | Job | spec: {template: {}} | status: {active: 0} | true",
        "batch/v1 | CronJob | spec: {jobTemplate: {spec: {template: {}}}}"
            + " | status: {active: [{name: a}]} | false",
        "batch/v1 | CronJob | spec: {jobTemplate: {spec: {template: {}}}}"
            + " | status: {active: []} | true",
        "apps/v1 | DaemonSet | spec: {template: {}} | status: {currentNumberScheduled: 3} | false",
        "v1 | PodTemplate | template: {} | status: {} | false",
        "v1 | Pod | spec: {} | status: {} | false"
      })
  void eachKindShowsItsPodsInItsOwnWay(
      String apiVersion, String kind, String spec, String status, boolean offers) {
    String yaml =
        "apiVersion: %s\nkind: %s\nmetadata: {name: a}\n%s\n%s\n"
            .formatted(apiVersion, kind, spec, status);

    assertThat(Extracted.yaml(yaml).facts("offers").isEmpty()).isEqualTo(!offers);
  }
}
