package io.kubilitics.source.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.Change;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Viewer;
import io.kubilitics.source.Place;
import io.kubilitics.source.SourceListener;
import io.kubilitics.testbed.DemoManifests;
import io.kubilitics.topology.Engine;
import io.kubilitics.topology.TopologyQuery;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The demo as the product sees it.
class DemoTopologyTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();

  private static Engine engine(int objects, long seed) {
    Engine engine = new Engine(CATALOGUE.relations());
    DemoSpec spec = new DemoSpec(objects, seed);
    try (DemoSource source = DemoSource.still(spec, CATALOGUE, DemoManifests.BORN)) {
      source.open(
          new SourceListener() {
            @Override
            public void changes(List<Change> batch) {
              engine.apply(batch);
            }

            @Override
            public void rejected(Place place, String reason) {
              throw new AssertionError(reason);
            }
          });
    }
    return engine;
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1_000, 5_000})
  void whatLeadsNowhereWasPlanted(int objects) {
    List<String> unresolved = new ArrayList<>();
    engine(objects, 42)
        .current()
        .select(TopologyQuery.ALL, Viewer.EVERYTHING)
        .edges()
        .filter(edge -> edge.state() != EdgeState.RESOLVED)
        .forEach(edge ->
            unresolved.add(
                edge.state()
                    + " "
                    + edge.id()
                        .replaceAll("cart-[a-z0-9]{10}", "cart-*")
                        .replaceAll("\\*-.*? ", "* ")));

    assertThat(unresolved)
        .containsExactlyInAnyOrder(
            "DENIED HTTPRoute.gateway.networking.k8s.io/edge/beta-search routes Service/shop/search",
            "MISSING Deployment.apps/shop/cart uses-secret Secret/shop/db-password",
            "MISSING ReplicaSet.apps/shop/cart-* uses-secret Secret/shop/db-password",
            "MISSING Pod/shop/cart-* uses-secret Secret/shop/db-password",
            "MISSING Ingress.networking.k8s.io/shop/shop routes Service/shop/vouchers",
            "MISSING PersistentVolumeClaim/shop/orders-archive bound-to"
                + " PersistentVolume/orders-archive");
  }
}
