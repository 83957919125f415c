package io.kubilitics.source.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.ResourceId;
import io.kubilitics.testbed.DemoManifests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoLifeTest {
  private static final Duration PER_CHANGE = Duration.ofMillis(500);
  private static final int CHECKED_EVERY = 100;

  private static DemoCluster cluster(int objects, long seed) {
    return DemoCluster.of(new DemoSpec(objects, seed), DemoManifests.BORN, PER_CHANGE);
  }

  @ParameterizedTest
  @CsvSource({"100,1,5000", "300,42,3000", "1000,1,2000", "1000,-7,2000", "4000,5,400"})
  void theWorldStaysConsistentAndAboutItsSize(int objects, long seed, int steps) {
    DemoCluster cluster = cluster(objects, seed);
    ClusterState watched = ClusterState.of(cluster);

    for (int step = 1; step <= steps; step++) {
      watched.apply(cluster.step());
      if (step % CHECKED_EVERY == 0) {
        assertThat(ClusterRules.violations(watched)).as("after step %d", step).isEmpty();
        assertThat(watched.size()).isBetween(objects * 9 / 10, objects * 11 / 10);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"100,3,800", "1000,42,1200"})
  void whoFollowsTheChangesKnowsWhatIsThere(int objects, long seed, int steps) {
    DemoCluster cluster = cluster(objects, seed);
    ClusterState watched = ClusterState.of(cluster);

    for (int step = 1; step <= steps; step++) {
      watched.apply(cluster.step());
      if (step % CHECKED_EVERY == 0) {
        assertThat(watched.unversioned()).isEqualTo(ClusterState.of(cluster).unversioned());
      }
    }
  }

  @Test
  void theSameSeedLivesTheSameLife() {
    assertThat(steps(cluster(1_000, 42), 600)).isEqualTo(steps(cluster(1_000, 42), 600));
  }

  @Test
  void anotherSeedLivesAnotherLife() {
    assertThat(steps(cluster(1_000, 42), 20)).isNotEqualTo(steps(cluster(1_000, 43), 20));
  }

  @Test
  void readingTheWorldInBetweenChangesNothingOfItsLife() {
    DemoCluster read = cluster(300, 42);
    List<String> lives = new ArrayList<>();
    for (int step = 0; step < 200; step++) {
      assertThat(read.objects().count()).isEqualTo(read.size());
      lives.add(text(read.step()));
    }

    assertThat(lives).isEqualTo(steps(cluster(300, 42), 200));
  }

  @Test
  void everythingThatHappensInClustersHappens() {
    DemoCluster cluster = cluster(1_000, 42);
    ClusterState before = ClusterState.of(cluster);
    Set<String> kindsPut = new TreeSet<>();
    Set<String> kindsGone = new TreeSet<>();
    Set<ResourceId> madeAnew = new TreeSet<>();
    Map<ResourceId, String> uids = new HashMap<>();
    before.all().forEach(body -> uids.put(Bodies.id(body), Bodies.uid(body)));
    boolean drained = false;
    boolean relabelled = false;
    for (int step = 0; step < 4_000; step++) {
      for (DemoChange change : cluster.step().changes()) {
        String kind = change.id().kind().toString();
        switch (change) {
          case DemoChange.Gone _ -> kindsGone.add(kind);
          case DemoChange.Put(ResourceId id, Map<String, Object> body) -> {
            kindsPut.add(kind);
            drained |=
                kind.equals("Node") && Bodies.text(body, "spec", "unschedulable").equals("true");
            relabelled |= kind.equals("Namespace");
            String uid = uids.put(id, Bodies.uid(body));
            if (uid != null && !uid.equals(Bodies.uid(body))) {
              madeAnew.add(id);
            }
          }
        }
      }
    }

    assertThat(drained).isTrue();
    assertThat(relabelled).isTrue();
    assertThat(kindsPut)
        .contains(
            "Pod",
            "ReplicaSet.apps",
            "Deployment.apps",
            "EndpointSlice.discovery.k8s.io",
            "HorizontalPodAutoscaler.autoscaling",
            "Job.batch",
            "CronJob.batch",
            "ConfigMap",
            "Certificate.cert-manager.io");
    assertThat(kindsGone).contains("Pod", "ReplicaSet.apps", "Job.batch", "ConfigMap", "Service");
    assertThat(madeAnew.stream().map(id -> id.kind().name()).collect(Collectors.toSet()))
        .contains("ConfigMap", "Service", "EndpointSlice", "Pod");
  }

  @Test
  void heartbeatsTellNothingNewButThatANodeIsAlive() {
    DemoCluster cluster = cluster(1_000, 42);
    ClusterState watched = ClusterState.of(cluster);
    int leases = 0;
    for (int step = 0; step < 400; step++) {
      DemoStep happened = cluster.step();
      for (DemoChange beat : happened.heartbeats()) {
        DemoChange.Put put = (DemoChange.Put) beat;
        Map<String, Object> before = watched.get(put.id()).orElseThrow();
        String differing =
            put.id().kind().name().equals("Lease") ? "renewTime" : "lastHeartbeatTime";
        leases += differing.equals("renewTime") ? 1 : 0;
        assertThat(without(put.body(), differing, "resourceVersion"))
            .isEqualTo(without(before, differing, "resourceVersion"));
      }
      watched.apply(happened);
    }

    assertThat(leases).isGreaterThan(100);
  }

  @Test
  void plantedFaultsStayAsTheyAre() {
    DemoCluster cluster = cluster(100, 42);
    Set<ResourceId> planted = new TreeSet<>();
    for (PlantedFault fault : PlantedFault.values()) {
      planted.add(fault.id());
    }

    for (int step = 0; step < 3_000; step++) {
      for (DemoChange change : cluster.step().changes()) {
        assertThat(planted).doesNotContain(change.id());
      }
    }
  }

  private static Object without(Object tree, String... names) {
    return switch (tree) {
      case Map<?, ?> map -> {
        Map<Object, Object> copy = new HashMap<>();
        map.forEach((key, value) -> {
          if (!Set.of(names).contains(key)) {
            copy.put(key, without(value, names));
          }
        });
        yield copy;
      }
      case List<?> list -> list.stream().map(element -> without(element, names)).toList();
      default -> tree;
    };
  }

  private static List<String> steps(DemoCluster cluster, int count) {
    List<String> steps = new ArrayList<>();
    for (int step = 0; step < count; step++) {
      steps.add(text(cluster.step()));
    }
    return steps;
  }

  private static String text(DemoStep step) {
    StringBuilder text = new StringBuilder(step.number() + " " + step.at());
    for (DemoChange change : step.changes()) {
      text.append('\n');
      switch (change) {
        case DemoChange.Gone(ResourceId id) -> text.append('-').append(id);
        case DemoChange.Put(ResourceId _, Map<String, Object> body) ->
            text.append(DemoManifests.json(body));
      }
    }
    return text.toString();
  }
}
