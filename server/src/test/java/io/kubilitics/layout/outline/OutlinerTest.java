package io.kubilitics.layout.outline;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.testbed.Manifests;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Which objects stand in which block, written as lines: `type title: card card …`, a card with
/// what is inside it in brackets.
class OutlinerTest {
  @Test
  void whatPointsAtAWorkloadAndWhatItUsesStandInItsBlock() {
    assertThat(
            blocks(
                deployment("web", "web-config"),
                service("web"),
                autoscaler("web"),
                budget("web"),
                config("web-config")))
        .containsExactly(
            "APP web: HorizontalPodAutoscaler/web Service/web PodDisruptionBudget/web"
                + " Deployment/web ConfigMap/web-config");
  }

  @Test
  void whatSeveralAppsUseIsShared() {
    assertThat(blocks(deployment("web", "flags"), deployment("cart", "flags"), config("flags")))
        .containsExactly(
            "APP cart: Deployment/cart",
            "APP web: Deployment/web",
            "SHARED Shared: ConfigMap/flags");
  }

  @Test
  void whatHasNoRelationsIsLoose() {
    assertThat(blocks(deployment("web", ""), config("a10"), config("a9")))
        .containsExactly(
            "APP web: Deployment/web", "LOOSE Without lines: ConfigMap/a9 ConfigMap/a10");
  }

  @Test
  void appsThatOneIngressRoutesToAreOneBlock() {
    assertThat(
            blocks(
                deployment("web", ""),
                service("web"),
                deployment("cart", ""),
                service("cart"),
                ingress("shop", "web", "cart")))
        .containsExactly(
            "APP shop: Ingress/shop Service/cart Service/web Deployment/cart Deployment/web");
  }

  @Test
  void anIngressToVeryManyAppsDoesNotMakeTheNamespaceOneBlock() {
    List<String> world = new ArrayList<>();
    String[] names = new String[Apps.MOST + 1];
    for (int app = 0; app < names.length; app++) {
      names[app] = "app-" + app;
      world.add(deployment(names[app], ""));
      world.add(service(names[app]));
    }
    world.add(ingress("all", names));

    assertThat(blocks(world.toArray(String[]::new)))
        .hasSize(names.length + 1)
        .contains("APP app-0: Service/app-0 Deployment/app-0", "SHARED Shared: Ingress/all");
  }

  @Test
  void whatIsOneAppDoesNotDependOnTheOrderOfReading() {
    List<String> world = new ArrayList<>();
    String[] names = new String[60];
    for (int service = 0; service < names.length; service++) {
      names[service] = "service-" + service;
      world.add(service(names[service]));
    }
    for (int app = 0; app < names.length; app += 20) {
      world.add(deployment(names[app], ""));
    }
    world.add(ingress("all", names));
    List<String> expected = blocks(world.toArray(String[]::new));

    Random random = new Random(5);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(world, random);
      assertThat(blocks(world.toArray(String[]::new))).isEqualTo(expected);
    }
  }

  @Test
  void aMissingTargetStandsWithWhoNeedsIt() {
    assertThat(blocks(deployment("web", "not-there")))
        .containsExactly("APP web: Deployment/web ConfigMap/not-there");
  }

  @Test
  void podsAndOldReplicaSetsStandInTheCardOfTheirDeployment() {
    assertThat(
            blocks(
                deployment("web", ""),
                replicaSet("web-1", "web", 1),
                replicaSet("web-10", "web", 10),
                replicaSet("web-2", "web", 2),
                pod("web-10-b", "ReplicaSet", "apps/v1", "web-10"),
                pod("web-10-a", "ReplicaSet", "apps/v1", "web-10")))
        .containsExactly(
            "APP web: Deployment/web[pods web-10-a web-10-b; generations web-10 web-2 web-1]");
  }

  @Test
  void aPodThatNobodyRunsIsAnAppWhenItHasRelations() {
    assertThat(blocks(pod("lonely", "", "", ""), config("c")))
        .containsExactly("LOOSE Without lines: Pod/lonely ConfigMap/c");
  }

  @Test
  void whatOwnsPodsWithoutBeingAWorkloadHasCellsForThem() {
    assertThat(
            blocks(
                """
                apiVersion: db.example.com/v1
                kind: Cluster
                metadata: {name: pg, namespace: shop, uid: uid-pg}
                """,
                pod("pg-1", "Cluster", "db.example.com/v1", "pg")))
        .containsExactly("APP pg: Cluster.db.example.com/pg[pods pg-1]");
  }

  @Test
  void aCircleOfOwnersEndsAndLosesNobody() {
    assertThat(blocks(owned("a", "b"), owned("b", "c"), owned("c", "a"), owned("self", "self")))
        .containsExactly(
            "APP a: ReplicaSet/a ReplicaSet/b ReplicaSet/c", "APP self: ReplicaSet/self");
  }

  @Test
  void objectsThatHangTogetherWithoutAWorkloadAreAnIsland() {
    assertThat(blocks(ingress("front", "nowhere"), config("c")))
        .containsExactly(
            "ISLAND front: Ingress/front Service/nowhere", "LOOSE Without lines: ConfigMap/c");
  }

  @Test
  void aLabelThatEverythingHasJoinsNothing() {
    assertThat(blocks(labelled(deployment("a", ""), "shop"), labelled(deployment("b", ""), "shop")))
        .hasSize(2);
    assertThat(
            blocks(
                labelled(deployment("a", ""), "shop"),
                labelled(deployment("b", ""), "shop"),
                deployment("c", "")))
        .containsExactly("APP c: Deployment/c", "APP shop: Deployment/a Deployment/b");
  }

  @Test
  void theOrderOfTheMembersDoesNotMatter() {
    Network network =
        Manifests.topology(
                String.join(
                    "---\n",
                    deployment("web", "flags"),
                    service("web"),
                    deployment("cart", "flags"),
                    service("cart"),
                    ingress("one", "web", "cart"),
                    ingress("two", "cart", "db"),
                    config("flags"),
                    deployment("db", "flags"),
                    service("db"),
                    config("alone")))
            .network(Viewer.EVERYTHING);
    List<ResourceId> members = members(network);
    List<BlockOutline> expected = new Outliner().apps(network, Members.of(members));
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      Collections.shuffle(members, random);
      assertThat(new Outliner().apps(network, Members.of(members))).isEqualTo(expected);
    }
  }

  private static List<String> blocks(String... documents) {
    Network network =
        Manifests.topology(String.join("---\n", documents)).network(Viewer.EVERYTHING);
    return new Outliner()
        .apps(network, Members.of(members(network))).stream().map(OutlinerTest::line).toList();
  }

  private static List<ResourceId> members(Network network) {
    List<ResourceId> members = new ArrayList<>();
    for (int handle = 0; handle < network.limit(); handle++) {
      Node node = network.node(handle);
      if (node != null && node.id().namespace().equals("shop")) {
        members.add(node.id());
      }
    }
    return members;
  }

  private static String line(BlockOutline block) {
    return block.type()
        + " "
        + block.title()
        + ": "
        + block.cards().stream().map(OutlinerTest::card).collect(Collectors.joining(" "));
  }

  private static String card(CardOutline card) {
    Kind kind = card.id().kind();
    String name =
        (kind.group().contains("example") ? kind.toString() : kind.name()) + "/" + card.id().name();
    List<String> inside = new ArrayList<>();
    add(inside, "pods", card.pods());
    add(inside, "generations", card.generations());
    add(inside, "folded", card.folded());
    return inside.isEmpty() ? name : name + "[" + String.join("; ", inside) + "]";
  }

  private static void add(List<String> inside, String what, List<ResourceId> ids) {
    if (!ids.isEmpty()) {
      inside.add(what + " " + ids.stream().map(ResourceId::name).collect(Collectors.joining(" ")));
    }
  }

  private static String deployment(String name, String config) {
    String env = config.isEmpty() ? "" : ", envFrom: [{configMapRef: {name: " + config + "}}]";
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: NAME, namespace: shop, uid: uid-NAME}
    spec:
      selector: {matchLabels: {app: NAME}}
      template:
        metadata: {labels: {app: NAME}}
        spec: {automountServiceAccountToken: false, containers: [{name: main, image: x:1 ENV}]}
    """
        .replace("NAME", name)
        .replace(" ENV", env);
  }

  private static String labelled(String document, String partOf) {
    return document.replace(
        "namespace: shop,",
        "namespace: shop, labels: {app.kubernetes.io/part-of: " + partOf + "},");
  }

  private static String replicaSet(String name, String owner, int revision) {
    return """
    apiVersion: apps/v1
    kind: ReplicaSet
    metadata:
      name: NAME
      namespace: shop
      uid: uid-NAME
      annotations: {deployment.kubernetes.io/revision: "REVISION"}
      ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: OWNER, uid: uid-OWNER, controller: true}]
    spec: {replicas: 0, selector: {matchLabels: {app: none}}}
    """
        .replace("NAME", name)
        .replace("OWNER", owner)
        .replace("REVISION", Integer.toString(revision));
  }

  private static String owned(String name, String owner) {
    return """
    apiVersion: apps/v1
    kind: ReplicaSet
    metadata:
      name: NAME
      namespace: shop
      uid: uid-NAME
      ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: OWNER, uid: uid-OWNER, controller: true}]
    spec: {replicas: 0, selector: {matchLabels: {app: none}}}
    """
        .replace("NAME", name)
        .replace("OWNER", owner);
  }

  private static String pod(String name, String ownerKind, String ownerVersion, String owner) {
    String owners =
        owner.isEmpty()
            ? ""
            : ", ownerReferences: [{apiVersion: %s, kind: %s, name: %s, uid: uid-%s, controller: true}]"
                .formatted(ownerVersion, ownerKind, owner, owner);
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: NAME, namespace: shop, uid: uid-NAMEOWNERS}
    spec: {automountServiceAccountToken: false, containers: [{name: main, image: "x:1"}]}
    """
        .replace("NAME", name)
        .replace("OWNERS", owners);
  }

  private static String service(String name) {
    return """
    apiVersion: v1
    kind: Service
    metadata: {name: NAME, namespace: shop}
    spec: {selector: {app: NAME}, ports: [{port: 80}]}
    """
        .replace("NAME", name);
  }

  private static String autoscaler(String name) {
    return """
    apiVersion: autoscaling/v2
    kind: HorizontalPodAutoscaler
    metadata: {name: NAME, namespace: shop}
    spec: {maxReplicas: 3, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: NAME}}
    """
        .replace("NAME", name);
  }

  private static String budget(String name) {
    return """
    apiVersion: policy/v1
    kind: PodDisruptionBudget
    metadata: {name: NAME, namespace: shop}
    spec: {minAvailable: 1, selector: {matchLabels: {app: NAME}}}
    """
        .replace("NAME", name);
  }

  private static String config(String name) {
    return """
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: NAME, namespace: shop}
    data: {a: b}
    """
        .replace("NAME", name);
  }

  private static String ingress(String name, String... services) {
    StringBuilder rules = new StringBuilder();
    for (String service : services) {
      rules.append(
          "  - {host: %s.example.com, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: %s, port: {number: 80}}}}]}}\n"
              .formatted(service, service));
    }
    return """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata: {name: NAME, namespace: shop}
    spec:
      rules:
    """
            .replace("NAME", name)
        + rules;
  }
}
