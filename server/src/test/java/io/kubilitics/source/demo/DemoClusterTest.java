package io.kubilitics.source.demo;

import static io.kubilitics.source.demo.Bodies.each;
import static io.kubilitics.source.demo.Bodies.find;
import static io.kubilitics.source.demo.Bodies.number;
import static io.kubilitics.source.demo.Bodies.text;
import static io.kubilitics.source.demo.Bodies.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.ResourceId;
import io.kubilitics.testbed.DemoManifests;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoClusterTest {
  private static DemoCluster cluster(int objects, long seed) {
    return DemoCluster.of(new DemoSpec(objects, seed), DemoManifests.BORN, DemoSource.USUAL_PACE);
  }

  private static ClusterState state(int objects, long seed) {
    return ClusterState.of(cluster(objects, seed));
  }

  @ParameterizedTest
  @CsvSource({"100,42", "1000,42", "1000,7", "10000,42", "10000,-3", "100000,42", "150000,42"})
  void thereAreExactlyAsManyObjectsAsAskedFor(int objects, long seed) {
    World world = Blueprint.build(new DemoSpec(objects, seed), DemoManifests.BORN.getEpochSecond());
    Set<ResourceId> ids = new HashSet<>();
    for (int section = 0; section < world.sections(); section++) {
      world.section(section).forEach(object -> ids.add(object.id()));
    }

    assertThat(world.size()).isEqualTo(objects);
    assertThat(ids).hasSize(objects);
  }

  @Test
  void everySizeIsMetExactlyAlsoTheOddOnes() {
    for (int objects = 100; objects < 2_000; objects += objects < 200 ? 1 : 37) {
      for (long seed = 0; seed < 3; seed++) {
        assertThat(cluster(objects, seed).size()).isEqualTo(objects);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"100,42", "150,1", "1000,42", "1000,5", "10000,42"})
  void theClusterIsConsistentWhenTheStoryBegins(int objects, long seed) {
    assertThat(ClusterRules.violations(state(objects, seed))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"100,42", "1000,42", "10000,-1"})
  void theSameSeedGivesTheSameBytes(int objects, long seed) {
    assertThat(hash(objects, seed)).isEqualTo(hash(objects, seed));
  }

  /// The value changes only with a change of the demo that is meant; then write the new one here.
  @Test
  void theBytesAreTheSameOnEveryMachine() {
    assertThat(hash(1_000, 42))
        .isEqualTo("e7447016f174d3a1370f4dcf0529745c1733322aa5730ef25303cb9d88586aa9");
  }

  @Test
  void anotherSeedGivesAnotherCompany() {
    assertThat(hash(1_000, 42)).isNotEqualTo(hash(1_000, 43));
  }

  @Test
  void anotherDayMovesTheTimesAndNothingElse() {
    DemoSpec spec = new DemoSpec(300, 42);
    Instant later = DemoManifests.BORN.plus(Duration.ofDays(100));

    List<String> ids = ids(DemoCluster.of(spec, DemoManifests.BORN, DemoSource.USUAL_PACE));
    DemoCluster other = DemoCluster.of(spec, later, DemoSource.USUAL_PACE);

    // a Job is called after the minute it was due
    assertThat(ids(other).stream().filter(id -> !id.matches("(Job|Pod).*-\\d{8}.*")).toList())
        .isEqualTo(ids.stream().filter(id -> !id.matches("(Job|Pod).*-\\d{8}.*")).toList());
  }

  private static List<String> ids(DemoCluster cluster) {
    return cluster.objects().map(body -> Bodies.id(body) + " " + Bodies.uid(body)).toList();
  }

  @ParameterizedTest
  @CsvSource({"100,1000", "300,1000", "1000,3000", "3000,10000"})
  void aLargerDemoHasTheAppsOfASmallerOne(int small, int large) {
    Set<ResourceId> apps = services(small);
    apps.removeAll(services(large));

    assertThat(apps).isEmpty();
  }

  private static Set<ResourceId> services(int objects) {
    return state(objects, 42).all(Api.SERVICE).stream()
        .map(Bodies::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @CsvSource({"1000,33,50", "10000,42,50", "20000,42,50"})
  void aboutHalfOfAllObjectsArePods(int objects, int least, int most) {
    int pods = state(objects, 42).all(Api.POD).size();

    assertThat(pods * 100 / objects).isBetween(least, most);
  }

  @Test
  void aPodIsAsLongAsPodsAreAndNothingIsPadded() {
    List<Integer> lengths =
        state(1_000, 42).all(Api.POD).stream()
            .map(pod -> DemoManifests.json(pod).length())
            .sorted()
            .toList();

    assertThat(lengths.get(lengths.size() / 2)).isBetween(2_000, 4_800);
    assertThat(lengths.getLast()).isLessThan(7_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 150, 1_000, 10_000})
  void everyPlantedFaultIsThere(int objects) {
    ClusterState cluster = state(objects, 9);

    for (PlantedFault fault : PlantedFault.values()) {
      assertThat(cluster.get(fault.id())).as("%s", fault).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource(PlantedFault.class)
  void everyPlantedFaultIsOne(PlantedFault fault) {
    ClusterState cluster = state(100, 42);
    Map<String, Object> body = cluster.get(fault.id()).orElseThrow();
    List<Map<String, Object>> pods =
        cluster.all(Api.POD).stream()
            .filter(pod ->
                text(pod, "metadata", "labels", "app.kubernetes.io/name").equals(fault.id().name()))
            .toList();

    switch (fault) {
      case MISSING_SECRET -> {
        assertThat(waiting(pods)).containsOnlyOnce("CreateContainerConfigError");
        assertThat(cluster.get(Api.SECRET, "shop", "db-password")).isEmpty();
        assertThat(number(body, "status", "readyReplicas")).isPositive();
      }
      case OUT_OF_MEMORY -> {
        assertThat(waiting(pods)).containsExactly("CrashLoopBackOff");
        assertThat(DemoManifests.json(pods.getFirst())).contains("OOMKilled");
      }
      case NO_SUCH_IMAGE -> assertThat(waiting(pods)).containsExactly("ImagePullBackOff");
      case UNSCHEDULABLE -> {
        assertThat(text(pods.getFirst(), "spec", "nodeName")).isEmpty();
        assertThat(DemoManifests.json(pods.getFirst())).contains("Unschedulable");
      }
      case NOTHING_SELECTED ->
          assertThat(cluster.all(Api.POD))
              .noneMatch(pod -> ClusterState.matches(texts(body, "spec", "selector"), pod));
      case BUDGET_BLOCKS -> assertThat(number(body, "status", "disruptionsAllowed")).isZero();
      case JOB_GAVE_UP -> assertThat(DemoManifests.json(body)).contains("BackoffLimitExceeded");
      case RELEASED_VOLUME -> {
        assertThat(text(body, "status", "phase")).isEqualTo("Released");
        assertThat(cluster.get(Api.PERSISTENT_VOLUME_CLAIM, "shop", "orders-archive")).isEmpty();
      }
      case ROUTE_WITHOUT_GRANT -> {
        assertThat(DemoManifests.json(body)).contains("\"namespace\":\"shop\"", "RefNotPermitted");
        assertThat(cluster.all(Api.REFERENCE_GRANT).toString()).doesNotContain("name=search");
      }
      case CORDONED_NODE -> assertThat(find(body, "spec", "unschedulable")).contains(true);
      case MISSING_BACKEND -> {
        assertThat(DemoManifests.json(body)).contains("\"name\":\"vouchers\"");
        assertThat(cluster.get(Api.SERVICE, "shop", "vouchers")).isEmpty();
      }
    }
  }

  private static List<String> waiting(List<Map<String, Object>> pods) {
    List<String> reasons = new ArrayList<>();
    for (Map<String, Object> pod : pods) {
      for (Map<String, ?> container : each(pod, "status", "containerStatuses")) {
        String reason = text(container, "state", "waiting", "reason");
        if (!reason.isEmpty()) {
          reasons.add(reason);
        }
      }
    }
    return reasons;
  }

  @Test
  void exactlyOneStorageClassIsTheDefault() {
    long defaults =
        state(1_000, 42).all(Api.STORAGE_CLASS).stream()
            .filter(body ->
                text(body, "metadata", "annotations", "storageclass.kubernetes.io/is-default-class")
                    .equals("true"))
            .count();

    assertThat(defaults).isEqualTo(1);
  }

  @Test
  void nobodyIsBornInTheFuture() {
    String now = DemoManifests.BORN.toString();

    assertThat(cluster(1_000, 42).objects())
        .allSatisfy(body ->
            assertThat(text(body, "metadata", "creationTimestamp"))
                .isLessThanOrEqualTo(now)
                .isGreaterThan("2023"));
  }

  @Test
  void certificatesCanBeReadAndAreValidToday() throws GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    int read = 0;
    for (Map<String, Object> secret : state(1_000, 42).all(Api.SECRET)) {
      if (text(secret, "type").equals("kubernetes.io/tls")) {
        byte[] pem = Base64.getDecoder().decode(text(secret, "data", "tls.crt"));
        X509Certificate certificate =
            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(pem));
        certificate.checkValidity(java.util.Date.from(DemoManifests.BORN));
        read++;
      }
    }

    assertThat(read).isPositive();
  }

  @Test
  void bodiesCanBeKeptAndChangedByWhoAskedForThem() {
    DemoCluster cluster = cluster(100, 42);
    List<Map<String, Object>> before = cluster.section(0);
    String text = before.toString();

    before.forEach(Map::clear);

    assertThat(cluster.section(0)).hasToString(text);
  }

  private static String hash(int objects, long seed) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      cluster(objects, seed)
          .objects()
          .forEach(
              body -> digest.update(DemoManifests.json(body).getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
