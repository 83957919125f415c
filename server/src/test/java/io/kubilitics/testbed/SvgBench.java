package io.kubilitics.testbed;

import static io.kubilitics.testbed.Measured.figure;
import static io.kubilitics.testbed.Measured.median;
import static io.kubilitics.testbed.Measured.spread;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.export.svg.SheetOptions;
import io.kubilitics.export.svg.SvgDocument;
import io.kubilitics.extension.Bundled;
import io.kubilitics.layout.Layout;
import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.drawing.Composer;
import io.kubilitics.layout.drawing.Shown;
import io.kubilitics.layout.drawing.SideBySide;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.layout.plan.Plan;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Viewer;
import io.kubilitics.model.drawing.Drawing;
import io.kubilitics.model.drawing.Level;
import io.kubilitics.model.drawing.Theme;
import io.kubilitics.session.KindAppearance;
import io.kubilitics.topology.Engine;
import io.kubilitics.topology.Network;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Measures how long a map as SVG takes, with all details: layout, drawing and writing together, in
/// a warm Java machine. Prints one JSON line for each figure.
public final class SvgBench {
  private static final int WARM_UP_ROUNDS = 4;
  private static final int ROUNDS = 7;
  private static final Map<Integer, Double> TARGETS = Map.of(1_000, 300.0, 10_000, 2_000.0);

  private SvgBench() {}

  /// Measures one size after the other.
  ///
  /// @param arguments the sizes to measure; 1,000 and 10,000 unless given
  public static void main(String[] arguments) throws IOException {
    List<Integer> sizes =
        arguments.length == 0 ? List.of(1_000, 10_000) : Measured.sizes(arguments);
    for (int size : sizes) {
      measure(size);
    }
  }

  private static void measure(int size) throws IOException {
    Catalogue catalogue = Bundled.catalogue();
    Engine engine = new Engine(catalogue.relations());
    engine.apply(Measured.demo(size, catalogue));
    Network network = engine.current().network(Viewer.EVERYTHING);
    double[] millis = new double[ROUNDS];
    byte[] first = svg(network, catalogue);
    for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      long before = System.nanoTime();
      byte[] svg = svg(network, catalogue);
      if (round >= 0) {
        millis[round] = (System.nanoTime() - before) / 1e6;
      }
      if (!Arrays.equals(svg, first)) {
        throw new IllegalStateException("other bytes than the first time");
      }
    }
    figure("svg-" + size, median(millis), "ms", TARGETS.getOrDefault(size, 0.0), spread(millis));
    figure("svg-bytes-" + size, first.length / 1024.0, "KiB", 0, "with all details");
  }

  private static byte[] svg(Network network, Catalogue catalogue) throws IOException {
    try (BlockLayouts blockLayouts = new BlockLayouts()) {
      Plan plan = Layout.fresh(Arrangement.NAMESPACE, network, 1, blockLayouts);
      Shown shown =
          Shown.everything(
              new ClusterId("demo"), Measured.AS_OF, Level.DETAIL, new KindAppearance(catalogue));
      Drawing drawing =
          SideBySide.drawing(
              Level.DETAIL, List.of(Composer.compose(plan, network, shown, List.of())), null, null);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      SvgDocument.write(drawing, Theme.DARK, SheetOptions.WHOLE, out);
      return out.toByteArray();
    }
  }
}
