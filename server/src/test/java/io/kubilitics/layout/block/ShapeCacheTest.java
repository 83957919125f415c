package io.kubilitics.layout.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.layout.block.BlockGeometry.Method;
import io.kubilitics.model.Rect;
import io.kubilitics.model.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeCacheTest {
  @Test
  void theShapeThatWasNotUsedForLongestGoesFirst() {
    ShapeCache cache = new ShapeCache(2 * weight());
    cache.put(shape(1), placed());
    cache.put(shape(2), placed());
    assertThat(cache.get(shape(1))).isPresent();
    cache.put(shape(3), placed());

    assertThat(cache.get(shape(1))).isPresent();
    assertThat(cache.get(shape(2))).isEmpty();
    assertThat(cache.get(shape(3))).isPresent();
  }

  @Test
  void itNeverHoldsMoreThanItMay() {
    ShapeCache cache = new ShapeCache(10 * weight());
    for (int kind = 0; kind < 1_000; kind++) {
      cache.put(shape(kind), placed());
      cache.put(shape(kind), placed());
      assertThat(cache.weight()).isLessThanOrEqualTo(10 * weight());
    }
    assertThat(cache.weight()).isEqualTo(10 * weight());
  }

  @Test
  void whatIsLargerThanTheWholeIsNotKept() {
    ShapeCache cache = new ShapeCache(weight() - 1);
    cache.put(shape(1), placed());

    assertThat(cache.get(shape(1))).isEmpty();
    assertThat(cache.weight()).isZero();
  }

  @Test
  void aBoundedNumberOfFailuresIsRemembered() {
    ShapeCache cache = new ShapeCache(0);
    for (int kind = 0; kind <= 1_000; kind++) {
      cache.fail(shape(kind));
    }

    assertThat(cache.hasFailed(shape(0))).isFalse();
    assertThat(cache.hasFailed(shape(1))).isTrue();
    assertThat(cache.hasFailed(shape(1_000))).isTrue();
  }

  private static Shape shape(int kind) {
    return Shape.of(List.of(new Box(kind, "a", new Size(168, 40), false)), List.of());
  }

  private static Placed placed() {
    Rect box = new Rect(0, 0, 168, 40);
    return new Placed(box.size(), List.of(box), List.of(), Method.LAYERED);
  }

  private static long weight() {
    return (long) shape(0).weight() + placed().weight();
  }
}
