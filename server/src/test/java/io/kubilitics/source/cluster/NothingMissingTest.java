package io.kubilitics.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.check.Findings;
import io.kubilitics.check.WorldMode;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Edge;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.session.Session;
import io.kubilitics.testbed.Eventually;
import io.kubilitics.testbed.FakeApiServer;
import io.kubilitics.testbed.FakeRights;
import io.kubilitics.testbed.Fault;
import io.kubilitics.testbed.When;
import io.kubilitics.topology.Node;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyDelta;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// Every revision of a cluster that is being read, whose kinds come in any order: nothing that is
/// there at the end, and nothing of a kind that may not be read, is ever called missing.
class NothingMissingTest {
  private static final List<String> PATHS =
      List.of(
          "/api/v1/namespaces",
          "/api/v1/configmaps",
          "/api/v1/secrets",
          "/api/v1/serviceaccounts",
          "/api/v1/services",
          "/api/v1/persistentvolumeclaims",
          "/apis/apps/v1/deployments",
          "/apis/networking.k8s.io/v1/ingresses",
          "/apis/networking.k8s.io/v1/ingressclasses",
          "/apis/autoscaling/v2/horizontalpodautoscalers",
          "/apis/storage.k8s.io/v1/storageclasses",
          "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
          "/apis/example.com/v1/rockets");

  private static final String SHOP =
      """
      {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"shop"}}
      {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"cfg","namespace":"shop"},"data":{"a":"b"}}
      {"apiVersion":"v1","kind":"Secret","metadata":{"name":"db","namespace":"shop"},"data":{}}
      {"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"runner","namespace":"shop"}}
      {"apiVersion":"storage.k8s.io/v1","kind":"StorageClass","metadata":{"name":"fast"},"provisioner":"x"}
      {"apiVersion":"v1","kind":"PersistentVolumeClaim","metadata":{"name":"disk","namespace":"shop"},"spec":{"storageClassName":"fast","resources":{"requests":{"storage":"1Gi"}}}}
      {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","namespace":"shop"},"spec":{"selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{"labels":{"app":"web"}},"spec":{"serviceAccountName":"runner","containers":[{"name":"c","image":"i","envFrom":[{"configMapRef":{"name":"cfg"}},{"secretRef":{"name":"db"}}]}],"volumes":[{"name":"v","persistentVolumeClaim":{"claimName":"disk"}}]}}}}
      {"apiVersion":"v1","kind":"Service","metadata":{"name":"web","namespace":"shop"},"spec":{"ports":[{"port":80}]}}
      {"apiVersion":"networking.k8s.io/v1","kind":"IngressClass","metadata":{"name":"door"},"spec":{"controller":"x/y"}}
      {"apiVersion":"networking.k8s.io/v1","kind":"Ingress","metadata":{"name":"web","namespace":"shop"},"spec":{"ingressClassName":"door","defaultBackend":{"service":{"name":"web","port":{"number":80}}}}}
      """;

  private static final ResourceId LAST = ResourceId.parse("Deployment.apps/shop/web");

  private FakeApiServer server;
  private final Set<String> missing = new TreeSet<>();
  private final Set<String> findings = new TreeSet<>();
  private final List<String> wrongly = new ArrayList<>();

  @BeforeEach
  void start() {
    server = FakeApiServer.start();
    SHOP.lines().forEach(server::put);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void slowly(long seed) {
    Random random = new Random(seed);
    for (String path : PATHS) {
      if (random.nextBoolean()) {
        server
            .faults()
            .add(When.any(path), new Fault.Delay(Duration.ofMillis(random.nextInt(300))));
      }
    }
  }

  private Session open(ClusterPace pace) {
    Catalogue catalogue = Live.BUILT_IN.forCluster();
    Tempo tempo = new Tempo(pace, Live.FAST_FEED, Clock.systemUTC(), new SplittableRandom(1));
    ClusterSource source =
        new ClusterSource(true, Live.access(server), catalogue, Live::connected, tempo);
    Session session =
        Session.open(new ClusterId("c"), "context c", source, catalogue, Clock.systemUTC());
    session.listen(this::seen);
    return session;
  }

  private synchronized void seen(Topology topology, TopologyDelta delta) {
    for (Edge edge : delta.edgesPut()) {
      if (edge.state() == EdgeState.MISSING) {
        missing.add(edge.source() + " " + edge.relation() + " " + edge.target());
      }
    }
    for (Node node : delta.nodesPut()) {
      if (node instanceof Node.Ghost(ResourceId id, boolean known) && known) {
        missing.add(id.toString());
      }
    }
    boolean isComplete =
        topology.knowledge().stream().allMatch(state -> state.knowledge().isComplete());
    if (isComplete && topology.node(LAST, Viewer.EVERYTHING).isEmpty()) {
      wrongly.add("complete at revision " + topology.revision());
    }
    Findings.of(topology, Viewer.EVERYTHING, WorldMode.CLOSED).list().stream()
        .map(finding -> finding.toString())
        .filter(text -> text.contains("does not exist"))
        .forEach(findings::add);
  }

  private synchronized void assertNothingMissing(long seed) {
    assertThat(missing).as("seed %d", seed).isEmpty();
    assertThat(findings).as("seed %d", seed).isEmpty();
    assertThat(wrongly).as("seed %d", seed).isEmpty();
  }

  private void define(String name) {
    server.put(
        """
        {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition",
         "metadata":{"name":"%2$ss.example.com"},
         "spec":{"group":"example.com","scope":"Namespaced",
          "names":{"plural":"%2$ss","kind":"%1$s"},
          "versions":[{"name":"v1","served":true,"storage":true}]}}\
        """
            .formatted(name, name.toLowerCase(java.util.Locale.ROOT)));
  }

  private void scaled(String kind, String name) {
    server.put(
        """
        {"apiVersion":"example.com/v1","kind":"%1$s","metadata":{"name":"%2$s","namespace":"shop"}}\
        """
            .formatted(kind, name));
    scaler(kind, name);
  }

  private void scaler(String kind, String name) {
    server.put(
        """
        {"apiVersion":"autoscaling/v2","kind":"HorizontalPodAutoscaler",
         "metadata":{"name":"%2$s","namespace":"shop"},
         "spec":{"maxReplicas":3,"scaleTargetRef":
          {"apiVersion":"example.com/v1","kind":"%1$s","name":"%2$s"}}}\
        """
            .formatted(kind, name));
  }

  private static void awaitThere(Session session, String id) throws Exception {
    Eventually.holds(() ->
        assertThat(session.topology().node(ResourceId.parse(id), Viewer.EVERYTHING))
            .get()
            .isInstanceOf(Node.Present.class));
  }

  @RepeatedTest(6)
  void whileAClusterOpensAndWhenItIsOpenedAgain(RepetitionInfo info) throws Exception {
    define("Rocket");
    scaled("Rocket", "r1");
    slowly(info.getCurrentRepetition());
    for (int times = 0; times < 2; times++) {
      try (Session session = open(Live.FAST)) {
        awaitThere(session, "Deployment.apps/shop/web");
        session.awaitReady();
        awaitThere(session, "Rocket.example.com/shop/r1");
      }
    }
    assertNothingMissing(info.getCurrentRepetition());
  }

  @RepeatedTest(4)
  void ofWhatMayNotBeRead(RepetitionInfo info) throws Exception {
    define("Rocket");
    scaled("Rocket", "r1");
    server.rights().forbid("admin", "", "secrets", FakeRights.ANY);
    server.rights().forbid("admin", "example.com", "rockets", FakeRights.ANY);
    server.rights().forbid("admin", "storage.k8s.io", "storageclasses", FakeRights.ANY);
    slowly(info.getCurrentRepetition());
    try (Session session = open(Live.FAST)) {
      session.awaitReady();
    }
    assertNothingMissing(info.getCurrentRepetition());
  }

  @RepeatedTest(4)
  void ofAKindThatIsDefinedLater(RepetitionInfo info) throws Exception {
    slowly(info.getCurrentRepetition());
    try (Session session = open(Live.looking(Duration.ofHours(1)))) {
      awaitThere(session, "Namespace/shop");
      defined(session, "Boat", "b1");
      session.awaitReady();
      defined(session, "Plane", "p1");
      awaitThere(session, "Boat.example.com/shop/b1");
      awaitThere(session, "Plane.example.com/shop/p1");
    }
    assertNothingMissing(info.getCurrentRepetition());
  }

  /// Its objects come when the definition has been seen, but not what it defines.
  private void defined(Session session, String kind, String name) throws Exception {
    define(kind);
    awaitThere(
        session,
        "CustomResourceDefinition.apiextensions.k8s.io/"
            + kind.toLowerCase(java.util.Locale.ROOT)
            + "s.example.com");
    scaled(kind, name);
  }

  @RepeatedTest(3)
  void ofAKindThatIsOnlyLookedAtFromTimeToTime(RepetitionInfo info) throws Exception {
    define("Rocket");
    try (Session session = open(Live.looking(Duration.ofHours(1)))) {
      session.awaitReady();
      Kind rocket = new Kind("example.com", "Rocket");
      assertThat(session.topology().knows(rocket)).isFalse();

      scaled("Rocket", "r1");

      awaitThere(session, "Rocket.example.com/shop/r1");
      Eventually.holds(() -> assertThat(session.topology().knows(rocket)).isTrue());
      assertNothingMissing(info.getCurrentRepetition());

      scaler("Rocket", "r2");
      Eventually.holds(() -> assertThat(missing).anyMatch(text -> text.contains("r2")));
    }
  }
}
