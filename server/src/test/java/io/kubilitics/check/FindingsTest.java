package io.kubilitics.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.Change;
import io.kubilitics.model.Finding;
import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.testbed.Manifests;
import io.kubilitics.topology.Engine;
import io.kubilitics.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final String WORLD =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: shop}
      spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop, labels: {app: web}}
      spec:
        containers:
          - name: web
            image: nginx
            envFrom: [{configMapRef: {name: web}}]
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: left-over, namespace: shop}
      ---
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: data, namespace: shop}
      spec: {}
      """;

  @Test
  void theyDoNotDependOnTheOrderOfReading() {
    List<Change> changes = new ArrayList<>(Manifests.changes(WORLD));
    List<Finding> expected = closed(topology(changes)).list();
    Random random = new Random(5);

    assertThat(expected).isNotEmpty().isSorted();
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(changes, random);
      assertThat(closed(topology(changes)).list()).isEqualTo(expected);
    }
  }

  @Test
  void whatIsNotFullyKnownIsNotMissing() {
    List<Change> changes = new ArrayList<>(Manifests.changes(WORLD));
    for (String kind : List.of("ConfigMap", "Namespace", "Pod")) {
      changes.add(new Change.Known(new KindState(Kind.core(kind), "", Knowledge.FORBIDDEN, "")));
    }
    changes.add(
        new Change.Known(
            new KindState(new Kind("storage.k8s.io", "StorageClass"), "", Knowledge.SYNCING, "")));

    assertThat(codes(closed(topology(Manifests.changes(WORLD)))))
        .contains("KUB001", "KUB003", "KUB040", "KUB041", "KUB043");
    assertThat(codes(closed(topology(changes))))
        .doesNotContain("KUB001", "KUB003", "KUB040", "KUB041", "KUB043");
  }

  @Test
  void thoseOfOneObjectAreAmongThoseOfAll() {
    Topology topology = topology(Manifests.changes(WORLD));
    ResourceId pod = ResourceId.parse("Pod/shop/web");

    List<Finding> ofPod = Findings.of(topology, pod, Viewer.EVERYTHING, WorldMode.CLOSED).list();

    assertThat(ofPod)
        .isNotEmpty()
        .isEqualTo(
            closed(topology).list().stream()
                .filter(finding -> finding.object().equals(pod))
                .toList());
    assertThat(
            Findings.of(
                    topology,
                    ResourceId.parse("Pod/shop/nobody"),
                    Viewer.EVERYTHING,
                    WorldMode.CLOSED)
                .list())
        .isEmpty();
  }

  @Test
  void whoMayNotSeeAnObjectHearsNothingOfIt() {
    Topology topology = topology(Manifests.changes(WORLD));
    Viewer noSecrets = (kind, _) -> !kind.equals(Kind.core("Secret"));

    Findings findings = Findings.of(topology, noSecrets, WorldMode.CLOSED);

    assertThat(findings.list()).isNotEmpty();
    assertThat(findings.list())
        .noneMatch(finding -> finding.object().kind().equals(Kind.core("Secret")));
  }

  @Test
  void ofACodeOnlySoManyAreKeptAndTheRestIsCounted() {
    StringBuilder many = new StringBuilder();
    int count = Findings.MOST_OF_A_CODE + 7;
    for (int at = 0; at < count; at++) {
      many.append("---\napiVersion: v1\nkind: ConfigMap\n")
          .append("metadata: {name: c%05d, namespace: default}\n".formatted(at));
    }

    Findings findings = closed(topology(Manifests.changes(many.toString())));

    assertThat(findings.list()).hasSize(Findings.MOST_OF_A_CODE);
    assertThat(findings.list().getLast().object().name()).isEqualTo("c00999");
    assertThat(findings.more()).containsExactly(Map.entry("KUB042", 7));
    assertThat(findings.count(Level.INFO)).isEqualTo(count);
    assertThat(findings.isAny(Level.WARNING)).isFalse();
    assertThat(findings.isAny(Level.INFO)).isTrue();
  }

  private static Topology topology(List<Change> changes) {
    Engine engine = new Engine(Catalogue.builtIn().relations());
    engine.apply(changes);
    return engine.current();
  }

  @Test
  void aPortOfThatNameInAnotherProtocolIsToldWithIt() {
    String world =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: dns, namespace: shop}
        spec: {selector: {app: dns}, ports: [{port: 53, targetPort: dns}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: dns, namespace: shop, labels: {app: dns}}
        spec: {containers: [{name: dns, image: "dns:1", ports: [{name: dns, containerPort: 53, protocol: UDP}]}]}
        """;

    assertThat(closed(topology(Manifests.changes(world))).list())
        .extracting(Finding::message)
        .contains("No container of its Pods has the TCP port dns; they have dns (UDP).");
  }

  private static Findings closed(Topology topology) {
    return Findings.of(topology, Viewer.EVERYTHING, WorldMode.CLOSED);
  }

  private static List<String> codes(Findings findings) {
    return findings.list().stream().map(Finding::code).toList();
  }
}
