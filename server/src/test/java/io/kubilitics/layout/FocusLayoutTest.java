package io.kubilitics.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.plan.CardPlan;
import io.kubilitics.model.Change;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.testbed.Measured;
import io.kubilitics.topology.Engine;
import io.kubilitics.topology.Focus;
import io.kubilitics.topology.Focus.Direction;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FocusLayoutTest {
  private static final List<Change> OBJECTS = Measured.demo(1_000, Catalogue.builtIn());

  private final BlockLayouts blocks = new BlockLayouts(2);
  private final Network network = network(OBJECTS);

  @AfterEach
  void close() {
    blocks.close();
  }

  private static Network network(List<Change> objects) {
    Engine engine = new Engine(Catalogue.builtIn().relations());
    engine.apply(objects);
    return engine.current().network(Viewer.EVERYTHING);
  }

  private FocusLayout around(String id, int hops) {
    return FocusLayout.of(
        network, new Focus(ResourceId.parse(id), hops, Direction.BOTH), 1, blocks);
  }

  private static Set<String> in(FocusLayout layout) {
    Set<String> ids = new TreeSet<>();
    for (int handle = 0; handle < layout.network().limit(); handle++) {
      Node node = layout.network().node(handle);
      if (node != null) {
        ids.add(node.id().toString());
      }
    }
    return ids;
  }

  @Test
  void whatStandsInsideACardIsAtTheSamePlace() {
    FocusLayout alone = around("Deployment.apps/shop/cart", 0);

    assertThat(in(alone)).anyMatch(id -> id.startsWith("Pod/shop/cart-"));
    assertThat(in(alone)).allMatch(id -> id.contains("/shop/cart"));
    assertThat(alone.plan().frames()).hasSize(1);
    assertThat(alone.plan().frames().getFirst().blocks()).hasSize(1);
    assertThat(alone.plan().frames().getFirst().blocks().getFirst().cards()).hasSize(1);
    assertThat(alone.beyond()).isPositive();
  }

  @Test
  void whatPointsAtAnAppAndWhatItUsesIsNear() {
    assertThat(in(around("Deployment.apps/shop/cart", 1)))
        .contains("Service/shop/cart", "Secret/shop/db-password")
        .doesNotContain("Ingress.networking.k8s.io/shop/shop");
    assertThat(in(around("Deployment.apps/shop/cart", 2)))
        .contains("Ingress.networking.k8s.io/shop/shop");
  }

  @Test
  void whatSeveralUseJoinsNothing() {
    assertThat(in(around("Deployment.apps/shop/cart", 2)))
        .contains("ServiceAccount/shop/default")
        .doesNotContain("Deployment.apps/shop/web");
    assertThat(in(around("ServiceAccount/shop/default", 1)))
        .as("from itself everything is followed")
        .contains("Deployment.apps/shop/cart", "Deployment.apps/shop/web");
  }

  @Test
  void nothingLiesBehindAHub() {
    String pod =
        in(around("Deployment.apps/payments/refunds", 0)).stream()
            .filter(id -> id.startsWith("Pod/"))
            .findFirst()
            .orElseThrow();

    Set<String> near = in(around(pod, 3));

    assertThat(near).anyMatch(id -> id.startsWith("Node/"));
    assertThat(near).anyMatch(id -> id.startsWith("NetworkPolicy."));
    assertThat(near.stream().filter(id -> id.startsWith("Pod/")))
        .allMatch(id -> id.startsWith("Pod/payments/refunds-"));
    assertThat(in(around("Node/worker-1", 1))).anyMatch(id -> id.startsWith("Pod/kube-system/"));
  }

  @Test
  void ofManyNeighboursTheNearestAreShownAndTheRestIsCounted() {
    FocusLayout all = around("Namespace/shop", 100);

    assertThat(in(all)).hasSizeLessThanOrEqualTo(FocusLayout.MOST_NODES);
  }

  @ParameterizedTest
  @CsvSource({"Deployment.apps/shop/cart", "Node/worker-1", "Secret/shop/db-password"})
  void theOrderInWhichObjectsCameDoesNotMatter(String id) {
    FocusLayout first = around(id, 3);
    List<Change> shuffled = new ArrayList<>(OBJECTS);
    Collections.shuffle(shuffled, new Random(5));

    FocusLayout second =
        FocusLayout.of(
            network(shuffled), new Focus(ResourceId.parse(id), 3, Direction.BOTH), 1, blocks);

    assertThat(second.plan()).isEqualTo(first.plan());
    assertThat(second.beyond()).isEqualTo(first.beyond());
  }

  @Test
  void everythingNearStandsInTheBlockOnce() {
    FocusLayout layout = around("Service/shop/cart", 2);
    List<String> placed = new ArrayList<>();
    for (CardPlan card : layout.plan().frames().getFirst().blocks().getFirst().cards()) {
      placed.add(card.id().toString());
      card.cells().values().forEach(id -> placed.add(id.toString()));
      card.generations().forEach(id -> placed.add(id.toString()));
      card.folded().forEach(id -> placed.add(id.toString()));
    }

    assertThat(placed).containsExactlyInAnyOrderElementsOf(in(layout));
  }

  @Test
  void whatIsNotThereHasNoSurroundings() {
    assertThatThrownBy(() -> around("Pod/shop/nobody", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
