package io.kubilitics.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.layout.block.BlockLayouts;
import io.kubilitics.layout.plan.Arrangement;
import io.kubilitics.model.Change;
import io.kubilitics.model.Resource;
import io.kubilitics.testbed.LayoutShape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Clusters of odd shapes are laid out whole, and followed.
class LayoutShapesTest {
  @ParameterizedTest
  @EnumSource
  void everyShapeIsLaidOutWholeAndFollowed(LayoutShape shape) {
    List<Change> objects = shape.objects();
    try (BlockLayouts blockLayouts = new BlockLayouts(2)) {
      LayoutReplay replay = new LayoutReplay(Arrangement.NAMESPACE, blockLayouts, objects);
      if (objects.isEmpty()) {
        assertThat(replay.plan().frames()).isEmpty();
        return;
      }
      Resource last = ((Change.Put) objects.getLast()).resource();
      replay.step(List.of(new Change.Gone(last.id())));
      replay.step(List.of(objects.getLast()));
      replay.step(objects.stream().<Change>map(LayoutShapesTest::gone).toList());

      assertThat(replay.plan().frames()).isEmpty();
    }
  }

  private static Change gone(Change put) {
    return new Change.Gone(((Change.Put) put).resource().id());
  }

  @Test
  void aClusterThatComesAndGoesAndComesBackIsDrawnAsAtFirst() {
    List<Change> objects = LayoutShape.ODD_NAMES.objects();
    try (BlockLayouts blockLayouts = new BlockLayouts(2)) {
      LayoutReplay replay = new LayoutReplay(Arrangement.NAMESPACE, blockLayouts, objects);
      String first = PlanDigest.of(replay.plan());
      replay.step(objects.stream().<Change>map(LayoutShapesTest::gone).toList());
      replay.step(objects);

      assertThat(PlanDigest.of(replay.plan())).isEqualTo(first);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyArrangementBearsOwnersInCircles(Arrangement arrangement) {
    try (BlockLayouts blockLayouts = new BlockLayouts(2)) {
      LayoutReplay replay =
          new LayoutReplay(arrangement, blockLayouts, LayoutShape.CIRCLES_OF_OWNERS.objects());
      List<Change> chain = LayoutShape.CHAIN_OF_OWNERS.objects();
      replay.step(chain);
      replay.step(List.of(gone(chain.getLast())));

      assertThat(replay.plan().frames()).isNotEmpty();
    }
  }
}
