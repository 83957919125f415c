package io.kubilitics.layout.drawing;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.layout.Layout;
import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.model.Change;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Viewer;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.session.KindAppearance;
import io.kubilitics.testbed.Manifests;
import io.kubilitics.testbed.Measured;
import io.kubilitics.topology.Engine;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.health.DerivedHealthRules;
import java.time.Instant;
import java.util.List;

/// A topology with its plan.
record World(Topology topology, Plan plan, Instant asOf) {
  static final ClusterId CLUSTER = new ClusterId("here");
  static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  private static final Catalogue CATALOGUE = Manifests.catalogue();
  static final Appearance APPEARANCE = new KindAppearance(CATALOGUE);

  static World of(String... documents) {
    return of(Manifests.changes(String.join("\n---\n", documents)));
  }

  static World of(List<Change> changes) {
    Engine engine = new Engine(CATALOGUE.relations(), DerivedHealthRules.ALL);
    engine.apply(List.of(new Change.Now(NOW)));
    engine.apply(changes);
    return of(engine.current(), Arrangement.NAMESPACE);
  }

  static World demo(int objects) {
    return of(Measured.demo(objects, CATALOGUE));
  }

  static World of(Topology topology, Arrangement arrangement) {
    try (BlockLayouts layouts = new BlockLayouts(2)) {
      Plan plan =
          Layout.fresh(
              arrangement, topology.network(Viewer.EVERYTHING), topology.revision(), layouts);
      return new World(topology, plan, NOW);
    }
  }

  Network network() {
    return topology.network(Viewer.EVERYTHING);
  }

  Shown shown(Level level) {
    return Shown.everything(CLUSTER, asOf, level, APPEARANCE);
  }

  Region region(Level level) {
    return region(shown(level));
  }

  Region region(Shown shown) {
    return Composer.compose(plan, network(), shown, List.of());
  }
}
