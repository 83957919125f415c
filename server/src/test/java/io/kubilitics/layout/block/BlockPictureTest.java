package io.kubilitics.layout.block;

import static io.kubilitics.model.RelationType.Category.CONFIGURATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What makes a block look tidy, on blocks as they are met in clusters.
class BlockPictureTest {
  @Test
  void whatPointsAtAWorkloadStandsLeftAndWhatItUsesRight() {
    Picture web = new Picture(Sketches.web());
    Rect workload = web.box("Deployment/web");

    for (String left : List.of("HPA/web", "Service/web", "PDB/web")) {
      assertThat(web.box(left).right()).isEqualTo(workload.x() - 48);
    }
    for (String right : List.of("ServiceAccount/web", "ConfigMap/web-config", "Secret/web")) {
      assertThat(web.box(right).x()).isEqualTo(workload.right() + 48);
    }
  }

  @Test
  void stacksBeginAtTheWorkloadsUpperEdgeAndTheirLinesAreStraight() {
    Picture web = new Picture(Sketches.web());
    int top = web.box("Deployment/web").y();

    assertThat(List.of("HPA/web", "Service/web", "PDB/web"))
        .extracting(name -> web.box(name).y() - top)
        .containsExactly(0, 48, 96);
    assertThat(
            List.of(
                "ServiceAccount/web", "ConfigMap/web-config", "ConfigMap/web-nginx", "Secret/web"))
        .extracting(name -> web.box(name).y() - top)
        .containsExactly(0, 48, 96, 144);
    assertThat(web.straight()).isEqualTo(5);
    assertThat(web.verified().crossings()).isZero();
  }

  @Test
  void anAppLikeTheReferenceHasNoCrossingThatItNeedNotHave() {
    assertThat(new Picture(Sketches.storefront()).verified().crossings()).isLessThanOrEqualTo(1);
    assertThat(new Picture(Sketches.postgres()).verified().crossings()).isZero();
    assertThat(new Picture(Sketches.search()).verified().crossings()).isZero();
  }

  @Test
  void opposedRelationsRunOnOneLineInBothDirections() {
    Picture postgres = new Picture(Sketches.postgres());

    List<Point> selects = postgres.route("Service/postgres-hl", "StatefulSet/postgres");
    List<Point> names = postgres.route("StatefulSet/postgres", "Service/postgres-hl");
    assertThat(names).isEqualTo(selects.reversed());
  }

  @Test
  void workloadsStandInTheOrderOfTheirNames() {
    Picture many = new Picture(Sketches.many());

    assertThat(IntStream.rangeClosed(1, 5).mapToObj(at -> many.box("Deployment/svc-" + at).y()))
        .isSorted();
  }

  @Test
  void aCardMoreLeavesTheOthersInTheirOrder() {
    Sketch sketch = Sketches.many();
    Picture before = new Picture(Sketches.many());
    sketch.line("Deployment/svc-3", "ConfigMap/zz", CONFIGURATION);
    Picture after = new Picture(sketch);

    assertThat(after.fromTheTop(before.sketch.names()))
        .isEqualTo(before.fromTheTop(before.sketch.names()));
  }

  @Test
  void likeCardsStandInTheOrderOfTheirNames() {
    Picture fan = new Picture(Sketches.fan(12));

    assertThat(IntStream.range(0, 12).mapToObj(at -> fan.box("ConfigMap/file-" + at).y()).toList())
        .isSorted();
  }

  @Test
  void cardsThatOnlyOneWorkloadUsesStandInTheOrderOfTheirNames() {
    Picture storefront = new Picture(Sketches.storefront());

    assertThat(storefront.box("ConfigMap/web-config").y())
        .isLessThan(storefront.box("ConfigMap/web-nginx").y());
    assertThat(storefront.box("ConfigMap/cart-config").y())
        .isLessThan(storefront.box("Secret/db-password").y());
  }

  @Test
  void aHighStackOfLikeCardsIsSetInColumnsWithAnAisleForItsTrunk() {
    Picture fan = new Picture(Sketches.fan(30));

    assertThat(fan.geometry.size().height()).isLessThan(600);
    assertThat(fan.verified().faults()).isEmpty();
    assertThat(fan.verified().drawn()).isEqualTo(31);
    assertThat(fan.verified().crossings()).isZero();
    assertThat(fan.box("ConfigMap/file-0").y()).isLessThan(fan.box("ConfigMap/file-1").y());
    assertThat(fan.box("ConfigMap/file-0").x()).isLessThan(fan.box("ConfigMap/file-29").x());
  }

  @Test
  void theLinesOfOnePortAreATrunkThatForks() {
    Picture fan = new Picture(Sketches.fan(5));

    assertThat(
            IntStream.range(0, 5)
                .mapToObj(at -> fan.route("Deployment/fan", "ConfigMap/file-" + at))
                .filter(route -> route.size() == 4)
                .map(route -> route.get(1).x())
                .distinct())
        .hasSize(1);
  }

  @Test
  void whoUsesWhatCanBeSeenThoughAllUseSomethingInCommon() {
    Picture shared = new Picture(Sketches.shared());

    assertThat(
            IntStream.rangeClosed(1, 6)
                .mapToObj(
                    at -> shared.route("Deployment/worker-" + at, "ConfigMap/common").get(1).x())
                .distinct())
        .hasSize(6);
  }

  /// A sketch that has been laid out.
  private static final class Picture {
    private final Sketch sketch;
    private final BlockGeometry geometry;

    Picture(Sketch sketch) {
      this.sketch = sketch;
      try (BlockLayouts layouts = new BlockLayouts(1)) {
        this.geometry = layouts.lay(BlockGraph.of(sketch.boxes(), sketch.lines()));
      }
    }

    Rect box(String name) {
      return geometry.box(sketch.names().indexOf(name));
    }

    List<Point> route(String from, String to) {
      for (int at = 0; at < sketch.lines().size(); at++) {
        Line line = sketch.lines().get(at);
        if (line.from() == sketch.names().indexOf(from)
            && line.to() == sketch.names().indexOf(to)) {
          return geometry.route(at);
        }
      }
      throw new AssertionError("no line from " + from + " to " + to);
    }

    List<String> fromTheTop(List<String> names) {
      return names.stream()
          .sorted(
              Comparator.<String>comparingInt(name -> box(name).x())
                  .thenComparingInt(name -> box(name).y()))
          .toList();
    }

    long straight() {
      return IntStream.range(0, sketch.lines().size())
          .filter(line -> geometry.route(line).size() == 2)
          .count();
    }

    Verified verified() {
      return Verified.of(sketch.boxes(), sketch.lines(), geometry);
    }
  }
}
