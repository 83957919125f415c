package io.kubilitics.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.catalogue.CustomKind;
import io.kubilitics.model.Change;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.source.Place;
import io.kubilitics.source.SourceListener;
import io.kubilitics.source.cluster.discovery.ServedKind;
import io.kubilitics.source.cluster.feed.FeedOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeliveryTest {
  private static final Kind POD = Kind.core("Pod");
  private static final ResourceId CART = ResourceId.parse("Pod/shop/cart");

  private static final ServedKind PODS =
      new ServedKind(POD, "v1", "pods", true, List.of(), List.of(), Set.of("list", "watch"));

  private final List<Change> told = new ArrayList<>();
  private final Delivery delivery =
      new Delivery(
          POD,
          FeedOrder.watched(PODS),
          Set.of(),
          List.of(CART),
          new Voice("test", new Listener(), Live.FAST.contact()),
          new Nobody());

  private static Change put(ResourceId id) {
    return new Change.Put(Resource.builder(id).build());
  }

  private static Change known(Knowledge knowledge, String message) {
    return new Change.Known(new KindState(POD, "", knowledge, message));
  }

  @Test
  void whatWasInheritedGoesBeforeAllIsKnown() {
    delivery.knowledge(Knowledge.SYNCING, "");
    delivery.knowledge(Knowledge.SYNCED, "");

    assertThat(told)
        .containsExactly(
            known(Knowledge.STALE, "it is being read anew"),
            new Change.Gone(CART),
            known(Knowledge.SYNCED, ""));
  }

  @Test
  void whatMayNotBeReadAnyMoreIsNeverMissing() {
    delivery.knowledge(Knowledge.SYNCING, "");
    delivery.knowledge(Knowledge.FORBIDDEN, "no");

    assertThat(told)
        .containsExactly(
            known(Knowledge.STALE, "it is being read anew"),
            known(Knowledge.FORBIDDEN, "no"),
            new Change.Gone(CART));
  }

  @Test
  void whatIsFoundBesideOthersIsToldInTheirPlace() {
    ResourceId gone = ResourceId.parse("Pod/shop/gone");
    Change cart = put(CART);
    delivery.knowledge(Knowledge.FORBIDDEN, "no");
    assertThat(delivery.standBackIfForbidden()).isTrue();
    told.clear();

    delivery.knowledge(Knowledge.SYNCING, "");
    delivery.changes(List.of(cart, put(gone)));
    delivery.changes(List.of(new Change.Gone(gone)));
    delivery.knowledge(Knowledge.SYNCED, "");
    assertThat(told).isEmpty();

    delivery.takeOver(List.of(CART, gone));
    assertThat(told).containsExactly(cart, new Change.Gone(gone), known(Knowledge.SYNCED, ""));
  }

  @Test
  void whoMayReadAgainDoesNotStandBack() {
    delivery.knowledge(Knowledge.FORBIDDEN, "no");
    delivery.knowledge(Knowledge.SYNCING, "");

    assertThat(delivery.standBackIfForbidden()).isFalse();
  }

  private final class Listener implements SourceListener {
    @Override
    public void changes(List<Change> batch) {
      told.addAll(batch);
    }

    @Override
    public void rejected(Place place, String reason) {
      throw new AssertionError(reason);
    }
  }

  private static final class Nobody implements Delivery.Told {
    @Override
    public void knowledge(Delivery delivery, Knowledge knowledge, String message) {}

    @Override
    public void changes(Delivery delivery, List<Change> batch) {}

    @Override
    public void defined(CustomKind kind) {}
  }
}
