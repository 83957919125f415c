package io.kubilitics.source.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.ObjectEvent;
import io.kubilitics.model.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoReportsTest {
  private static final Instant BORN = Instant.parse("2026-11-20T10:00:00Z");
  private static final int STEPS = 1_500;

  private static DemoCluster cluster(long seed) {
    return DemoCluster.of(new DemoSpec(1_000, seed), BORN, Duration.ofMillis(500));
  }

  private static List<ObjectEvent> life(DemoCluster cluster) {
    List<ObjectEvent> all = new ArrayList<>(cluster.firstReports());
    for (int step = 0; step < STEPS; step++) {
      all.addAll(cluster.step().events());
    }
    return all;
  }

  @Test
  void aLifeIsReportedAsAClusterWould() {
    List<ObjectEvent> events = life(cluster(1));

    assertThat(events)
        .extracting(ObjectEvent::reason)
        .contains(
            "Scheduled",
            "Pulled",
            "Created",
            "Started",
            "BackOff",
            "Unhealthy",
            "Killing",
            "SuccessfulCreate",
            "SuccessfulDelete",
            "ScalingReplicaSet",
            "FailedScheduling",
            "Failed");
    assertThat(events)
        .allSatisfy(event -> {
          assertThat(event.last()).isAfterOrEqualTo(event.first());
          assertThat(event.message()).isNotEmpty();
          assertThat(event.reporter()).isNotEmpty().doesNotEndWith(", ");
          assertThat(event.regardingUid()).isNotEmpty();
        });
  }

  @Test
  void theSameSeedReportsTheSame() {
    assertThat(life(cluster(7))).isEqualTo(life(cluster(7)));
  }

  @Test
  void whatHappensAgainIsTheSameEventWithAHigherCount() {
    Map<String, ObjectEvent> last = new HashMap<>();
    int again = 0;
    for (ObjectEvent event : life(cluster(1))) {
      ObjectEvent before = last.put(event.key(), event);
      if (before != null && event.count() > 1) {
        again++;
        assertThat(event.count()).isEqualTo(before.count() + 1);
        assertThat(event.first()).isEqualTo(before.first());
        assertThat(event.regarding()).isEqualTo(before.regarding());
      }
    }
    assertThat(again).isPositive();
  }

  @Test
  void anEventIsAboutAnObjectThatWasThere() {
    DemoCluster cluster = cluster(3);
    Set<ResourceId> known = new HashSet<>();
    for (int number = 0; number < cluster.sections(); number++) {
      cluster.section(number).forEach(body -> known.add(Bodies.id(body)));
    }
    assertThat(cluster.firstReports()).allMatch(event -> known.contains(event.regarding()));
    for (int step = 0; step < STEPS; step++) {
      DemoStep happened = cluster.step();
      happened.changes().forEach(change -> known.add(change.id()));
      assertThat(happened.events()).allMatch(event -> known.contains(event.regarding()));
    }
  }
}
