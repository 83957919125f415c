package io.kubilitics.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.Kind;
import io.kubilitics.source.cluster.discovery.Served;
import io.kubilitics.source.cluster.discovery.ServedKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReadingOrderTest {
  private static final Catalogue CATALOGUE = Live.BUILT_IN;

  private static ServedKind served(String kind) {
    Kind read = Kind.parse(kind);
    return new ServedKind(
        read,
        "v1",
        read.name().toLowerCase(java.util.Locale.ROOT) + "s",
        true,
        List.of(),
        List.of(),
        Set.of("list", "watch"));
  }

  @Test
  void placesComeFirstThenWorkloadsPodsAndTheirSurroundingsAndWhatNobodyKnowsLast() {
    List<ServedKind> kinds =
        new ArrayList<>(
            List.of(
                served("Namespace"),
                served("Node"),
                served("Deployment.apps"),
                served("Job.batch"),
                served("Pod"),
                served("Service"),
                served("ConfigMap"),
                served("Role.rbac.authorization.k8s.io"),
                served("CustomResourceDefinition.apiextensions.k8s.io"),
                served("Certificate.cert-manager.io"),
                served("Widget.example.com")));
    List<ServedKind> expected = List.copyOf(kinds);
    Collections.shuffle(kinds, new Random(3));

    kinds.sort(new ReadingOrder(CATALOGUE));

    assertThat(kinds).containsExactlyElementsOf(expected);
  }

  @Test
  void aPictureNeedsWhatRunsAndWhere() {
    ReadingOrder order = new ReadingOrder(CATALOGUE);

    assertThat(order.isNeededFirst(served("Pod"))).isTrue();
    assertThat(order.isNeededFirst(served("StatefulSet.apps"))).isTrue();
    assertThat(order.isNeededFirst(served("Service"))).isFalse();
    assertThat(order.isNeededFirst(served("Widget.example.com"))).isFalse();
  }

  @Test
  void whatTwoGroupsServeIsOneKindOfTheGroupItMovedTo() {
    Served served =
        new Served(
            List.of(
                served("Event"),
                served("Event.events.k8s.io"),
                served("Ingress.extensions"),
                served("Ingress.networking.k8s.io"),
                served("DaemonSet.extensions")),
            new TreeMap<>());

    var chosen = Choice.of(served, CATALOGUE);

    assertThat(chosen.keySet())
        .containsExactly(
            Kind.parse("DaemonSet.apps"),
            Kind.parse("Event"),
            Kind.parse("Ingress.networking.k8s.io"));
    assertThat(chosen.get(Kind.core("Event")))
        .containsExactly(served("Event"), served("Event.events.k8s.io"));
    assertThat(chosen.get(Kind.parse("Ingress.networking.k8s.io")))
        .first()
        .isEqualTo(served("Ingress.networking.k8s.io"));
  }

  @Test
  void whatIsNoObjectOfAMapIsLeftOut() {
    Served served =
        new Served(
            List.of(served("ComponentStatus"), served("PodMetrics.metrics.k8s.io"), served("Pod")),
            new TreeMap<>());

    assertThat(Choice.of(served, CATALOGUE).keySet()).containsExactly(Kind.core("Pod"));
  }

  @Test
  void measurementsThatCannotBeHadMakeNothingUnknown() {
    TreeMap<String, String> unknown = new TreeMap<>();
    unknown.put("metrics.k8s.io/v1beta1", "down");
    assertThat(LeftOut.without(new Served(List.of(), unknown)).isWhole()).isTrue();

    unknown.put("example.com/v1", "down");
    assertThat(LeftOut.without(new Served(List.of(), unknown)).unknown())
        .containsOnlyKeys("example.com/v1");
  }
}
