package io.kubilitics.export.drawio;

import io.kubilitics.layout.Layout;
import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.drawing.Composer;
import io.kubilitics.layout.drawing.Shown;
import io.kubilitics.layout.drawing.SideBySide;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.layout.street.Streets;
import io.kubilitics.model.Change;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Viewer;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Region;
import io.kubilitics.model.drawing.Street;
import io.kubilitics.session.KindAppearance;
import io.kubilitics.testbed.DemoManifests;
import io.kubilitics.testbed.Manifests;
import io.kubilitics.testbed.Measured;
import io.kubilitics.topology.Engine;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.health.DerivedHealthRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A demo, laid out and drawn at every level as the product does it.
final class DemoDrawings {
  private DemoDrawings() {}

  /// By the name of the file they may stand in.
  static Map<String, Drawing> of(int objects) {
    Engine engine = new Engine(Manifests.catalogue().relations(), DerivedHealthRules.ALL);
    engine.apply(List.of(new Change.Now(DemoManifests.BORN)));
    engine.apply(Measured.demo(objects, Manifests.catalogue()));
    Topology topology = engine.current();
    Network network = topology.network(Viewer.EVERYTHING);
    Map<String, Drawing> drawings = new LinkedHashMap<>();
    try (BlockLayouts layouts = new BlockLayouts(2)) {
      Plan plan = Layout.fresh(Arrangement.NAMESPACE, network, topology.revision(), layouts);
      for (Level level : Level.values()) {
        Shown shown =
            Shown.everything(
                new ClusterId("demo"),
                DemoManifests.BORN,
                level,
                new KindAppearance(Manifests.catalogue()));
        boolean tiles = level == Level.NAMESPACES || level == Level.APPS;
        List<Street> streets =
            tiles ? Streets.of(plan, network, Shown.EVERYTHING, level).in(null) : List.of();
        Region region = Composer.compose(plan, network, shown, streets);
        drawings.put(
            "demo-" + level + ".drawio", SideBySide.drawing(level, List.of(region), null, null));
      }
    }
    return drawings;
  }
}
