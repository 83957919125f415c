package io.kubilitics.layout.street;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.layout.Layout;
import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.layout.plan.BlockPlan;
import io.kubilitics.layout.plan.CardPlan;
import io.kubilitics.layout.plan.FramePlan;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.model.Change;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.source.Place;
import io.kubilitics.source.SourceListener;
import io.kubilitics.source.demo.DemoSource;
import io.kubilitics.source.demo.DemoSpec;
import io.kubilitics.testbed.Manifests;
import io.kubilitics.topology.Engine;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Topology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A topology with the plan that is made from it.
record DemoMap(Topology topology, Network network, Plan plan) {
  private static final Instant AS_OF = Instant.parse("2026-11-20T10:00:00Z");

  static DemoMap demo(int size, Arrangement arrangement) {
    Catalogue catalogue = Manifests.catalogue();
    Engine engine = new Engine(catalogue.relations());
    List<Change> changes = new ArrayList<>(List.of(new Change.Now(AS_OF)));
    try (DemoSource source = DemoSource.still(new DemoSpec(size, 42), catalogue, AS_OF)) {
      source.open(
          new SourceListener() {
            @Override
            public void changes(List<Change> batch) {
              changes.addAll(batch);
            }

            @Override
            public void rejected(Place place, String reason) {
              throw new IllegalStateException(place + ": " + reason);
            }
          });
    }
    engine.apply(changes);
    return of(engine.current(), arrangement);
  }

  static DemoMap of(Topology topology, Arrangement arrangement) {
    Network network = topology.network(Viewer.EVERYTHING);
    try (BlockLayouts layouts = new BlockLayouts(1)) {
      return new DemoMap(topology, network, Layout.fresh(arrangement, network, 1, layouts));
    }
  }

  /// The block each object is drawn in, as a street names it.
  Map<ResourceId, String> blocks() {
    Map<ResourceId, String> blocks = new HashMap<>();
    for (FramePlan frame : plan.frames()) {
      for (BlockPlan block : frame.blocks()) {
        for (CardPlan card : block.cards()) {
          all(card).forEach(id -> blocks.put(id, frame.key() + "\n" + block.key()));
        }
      }
    }
    return blocks;
  }

  static Stream<ResourceId> all(CardPlan card) {
    return Stream.of(
            Stream.of(card.id()),
            card.cells().values().stream(),
            card.generations().stream(),
            card.folded().stream())
        .flatMap(ids -> ids);
  }
}
