package io.kubilitics.source.cluster;

import io.kubilitics.model.Change;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.ResourceId;
import io.kubilitics.source.cluster.discovery.ServedKind;
import io.kubilitics.source.cluster.feed.FeedOrder;
import io.kubilitics.source.cluster.feed.FeedOrder.Rhythm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// What all feeds of one kind have in common: how its objects are asked for, in which rhythm, and
/// how they are told of. Used by the plan's thread only.
final class FeedStart {
  private static final String WATCH = "watch";
  private static final int NAMESPACES_AT_FULL_PACE = 10;

  private final Kind kind;
  private final Treatment treatment;
  private final Desk desk;
  private ServedKind served;

  /// @param kind under which its objects are on the map
  /// @param served how they are asked for
  FeedStart(Kind kind, ServedKind served, Treatment treatment, Desk desk) {
    this.kind = kind;
    this.served = served;
    this.treatment = treatment;
    this.desk = desk;
  }

  ServedKind served() {
    return served;
  }

  /// From now on they are asked for in another way.
  void served(ServedKind next) {
    served = next;
  }

  boolean isWatchable() {
    return served.verbs().contains(WATCH);
  }

  /// The best rhythm there is.
  Rhythm watched() {
    if (treatment.manner() == Manner.ONCE) {
      return new Rhythm.Once();
    }
    return isWatchable() ? new Rhythm.Watched() : polled();
  }

  /// The more namespaces are read one by one, the more rarely each.
  Rhythm polled() {
    if (treatment.manner() == Manner.ONCE) {
      return new Rhythm.Once();
    }
    int times = 1 + desk.namespaces().size() / NAMESPACES_AT_FULL_PACE;
    return new Rhythm.Polled(desk.pace().coldPoll().multipliedBy(times));
  }

  /// Starts a feed of all namespaces.
  ///
  /// @param alike namespaces of which something was said apart; may grow meanwhile
  /// @param held what the feed before has told of
  /// @param standsBack whether single namespaces are read by others meanwhile
  Running all(Rhythm rhythm, Set<String> alike, Collection<ResourceId> held, boolean standsBack) {
    FeedOrder order = FeedOrder.watched(served).with(rhythm).with(treatment.shape());
    Delivery delivery = new Delivery(kind, order, alike, held, desk.voice(), desk.told());
    if (standsBack) {
      delivery.standBack();
    }
    return new Running(order, delivery, desk.feeder().start(order, delivery));
  }

  /// Starts a feed of one namespace.
  Running one(String namespace, Rhythm rhythm, Collection<ResourceId> held) {
    FeedOrder order = FeedOrder.watched(served).in(namespace).with(rhythm).with(treatment.shape());
    Delivery delivery = new Delivery(kind, order, Set.of(), held, desk.voice(), desk.told());
    return new Running(order, delivery, desk.feeder().start(order, delivery));
  }

  void gone(List<ResourceId> ids) {
    List<Change> gone = new ArrayList<>(ids.size());
    ids.forEach(id -> gone.add(new Change.Gone(id)));
    desk.voice().changes(gone);
  }

  /// @param namespace `""` for all
  void tell(String namespace, Knowledge knowledge, String message) {
    desk.voice().known(new KindState(kind, namespace, knowledge, message));
  }
}
