package io.kubilitics.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.check.WorldMode;
import io.kubilitics.model.Body;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Value;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.topology.Topology;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class BodiesAheadTest {
  private static final List<ResourceId> IDS =
      IntStream.range(0, 100)
          .mapToObj(number -> new ResourceId(Kind.core("Pod"), "shop", "p-" + number))
          .toList();

  @Test
  void bodiesComeInOrderAndSeveralAreReadAtOnce() {
    CountDownLatch all = new CountDownLatch(BodiesAhead.AHEAD);
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Function<ResourceId, Optional<Body>> slow =
        id -> {
          most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
          all.countDown();
          await(all);
          atOnce.decrementAndGet();
          return Optional.of(body(id));
        };

    try (BodiesAhead bodies =
        new BodiesAhead(side(slow), side(_ -> Optional.empty()), IDS.iterator())) {
      for (ResourceId id : IDS) {
        assertThat(bodies.next()).isEqualTo(new BodiesAhead.Pair(body(id), null));
      }
    }
    assertThat(most).hasValueLessThanOrEqualTo(BodiesAhead.AHEAD).hasPositiveValue();
  }

  @Test
  void aBodyThatCannotBeReadIsAProblemOfItsTurn() {
    Function<ResourceId, Optional<Body>> third =
        id -> {
          if (id.equals(IDS.get(2))) {
            throw new ProblemException(new Problem.Unreadable(id.toString(), "gone away"));
          }
          return Optional.of(body(id));
        };

    try (BodiesAhead bodies = new BodiesAhead(side(third), side(third), IDS.iterator())) {
      assertThat(bodies.next().left()).isEqualTo(body(IDS.get(0)));
      assertThat(bodies.next().right()).isEqualTo(body(IDS.get(1)));
      assertThatThrownBy(bodies::next).hasMessage("Pod/shop/p-2: gone away");
    }
  }

  private static Body body(ResourceId id) {
    return new Body(id, new Value.Fields(Map.of("name", new Value.Text(id.name()))));
  }

  private static Side side(Function<ResourceId, Optional<Body>> bodies) {
    return new Side(Topology.EMPTY, bodies, Catalogue.builtIn(), WorldMode.CLOSED);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
