package io.kubilitics.source.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.extension.Bundled;
import io.kubilitics.model.Change;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ObjectEvent;
import io.kubilitics.model.ResourceId;
import io.kubilitics.source.Place;
import io.kubilitics.source.SourceListener;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DumpedEventsTest {
  private final List<ObjectEvent> events = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<String> rejected = new ArrayList<>();

  private void read(String text) {
    var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    try (ManifestSource source = ManifestSource.ofStdin(in, Bundled.catalogue())) {
      source.open(
          new SourceListener() {
            @Override
            public void changes(List<Change> batch) {
              changes.addAll(batch);
            }

            @Override
            public void rejected(Place place, String reason) {
              rejected.add(reason);
            }

            @Override
            public void event(ObjectEvent event) {
              events.add(event);
            }
          });
    }
  }

  @Test
  void eventsOfBothGroupsInADumpAreReportedAndAreNoObjects() {
    read(
        """
        apiVersion: v1
        kind: List
        items:
        - apiVersion: events.k8s.io/v1
          kind: Event
          metadata: {name: web.2, namespace: shop, creationTimestamp: "2026-11-20T10:00:00Z"}
          regarding: {apiVersion: apps/v1, kind: Deployment, namespace: shop, name: web, uid: u2}
          reason: ScalingReplicaSet
          note: Scaled up replica set web-1 to 3
          type: Normal
          eventTime: "2026-11-20T10:05:00.123456Z"
          series: {count: 4, lastObservedTime: "2026-11-20T10:09:00.000000Z"}
          reportingController: deployment-controller
        - apiVersion: v1
          kind: Event
          metadata: {name: cart.1, namespace: shop}
          involvedObject: {apiVersion: v1, kind: Pod, namespace: shop, name: cart-1, uid: u1}
          reason: BackOff
          message: "Back-off; password=hunter2hunter2"
          type: Warning
          count: 7
          firstTimestamp: "2026-11-20T09:00:00Z"
          lastTimestamp: "2026-11-20T10:01:00Z"
          source: {component: kubelet, host: worker-1}
        - apiVersion: v1
          kind: Pod
          metadata: {name: cart-1, namespace: shop}
        """);

    assertThat(events).extracting(ObjectEvent::key).containsExactly("shop/cart.1", "shop/web.2");
    ObjectEvent pod = events.getFirst();
    assertThat(pod.regarding()).isEqualTo(new ResourceId(Kind.core("Pod"), "shop", "cart-1"));
    assertThat(pod.regardingUid()).isEqualTo("u1");
    assertThat(pod.type()).isEqualTo(ObjectEvent.Type.WARNING);
    assertThat(pod.count()).isEqualTo(7);
    assertThat(pod.first()).isEqualTo(Instant.parse("2026-11-20T09:00:00Z"));
    assertThat(pod.last()).isEqualTo(Instant.parse("2026-11-20T10:01:00Z"));
    assertThat(pod.reporter()).isEqualTo("kubelet, worker-1");
    assertThat(pod.message()).startsWith("Back-off").doesNotContain("hunter2");
    ObjectEvent deployment = events.getLast();
    assertThat(deployment.regarding())
        .isEqualTo(new ResourceId(new Kind("apps", "Deployment"), "shop", "web"));
    assertThat(deployment.count()).isEqualTo(4);
    assertThat(deployment.message()).isEqualTo("Scaled up replica set web-1 to 3");
    assertThat(deployment.last()).isEqualTo(Instant.parse("2026-11-20T10:09:00Z"));
    assertThat(changes)
        .map(change -> ((Change.Put) change).resource().kind().name())
        .containsExactly("Pod");
    assertThat(rejected).isEmpty();
  }

  @Test
  void anEventThatIsAboutNothingIsLeftOut() {
    read("apiVersion: v1\nkind: Event\nmetadata: {name: odd, namespace: shop}\n");

    assertThat(events).isEmpty();
    assertThat(changes).isEmpty();
  }

  @Test
  void oddTimesAndCountsHarmNothing() {
    read(
        """
        apiVersion: v1
        kind: Event
        metadata: {name: odd, namespace: shop}
        involvedObject: {kind: Pod, name: cart}
        count: -99999999999999
        firstTimestamp: yesterday
        lastTimestamp: {}
        """);

    assertThat(events)
        .singleElement()
        .satisfies(event -> {
          assertThat(event.count()).isEqualTo(1);
          assertThat(event.first()).isEqualTo(Instant.EPOCH);
        });
  }

  @Test
  void ofVeryManyTheNewestAreKept() {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < DumpedEvents.MOST + 10; at++) {
      text.append("---\napiVersion: v1\nkind: Event\nmetadata: {name: e")
          .append(at)
          .append(", namespace: s}\ninvolvedObject: {kind: Pod, name: p}\nlastTimestamp: \"")
          .append(Instant.EPOCH.plusSeconds(at))
          .append("\"\n");
    }
    read(text.toString());

    assertThat(events)
        .hasSize(DumpedEvents.MOST)
        .first()
        .extracting(ObjectEvent::key)
        .isEqualTo("s/e10");
  }
}
