package io.kubilitics.source.cluster;

import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.ResourceId;
import io.kubilitics.source.cluster.discovery.ServedKind;
import io.kubilitics.source.cluster.feed.FeedOrder.Rhythm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;

/// The feeds that read one kind namespace by namespace, where it may not be read of all at once:
/// each namespace is asked about once, and read where that is allowed and worth it. Used by the
/// plan's thread only.
final class SingleNamespaces {
  private final KindReading reading;
  private final FeedStart start;
  private final Treatment treatment;
  private final Desk desk;

  /// Namespaces of which something was said; grows only.
  private final Set<String> toldOf = new ConcurrentSkipListSet<>();

  private final Map<String, Running> feeds = new TreeMap<>();
  private final Set<String> asked = new HashSet<>();

  SingleNamespaces(KindReading reading, FeedStart start, Treatment treatment, Desk desk) {
    this.reading = reading;
    this.start = start;
    this.treatment = treatment;
    this.desk = desk;
  }

  /// The namespaces of which something was ever said, as they are now. Any thread.
  Set<String> toldOf() {
    return Collections.unmodifiableSet(toldOf);
  }

  /// Finds out what may be listed in these, unless they are read.
  void look(List<String> namespaces) {
    for (String namespace : namespaces) {
      if (!feeds.containsKey(namespace) && asked.add(namespace)) {
        desk.askRights(reading, namespace);
      }
    }
  }

  /// What may be listed in a namespace has been found out.
  ///
  /// @param isOfUse whether single namespaces are still read
  void rightsIn(String namespace, Rights rights, boolean isOfUse) {
    asked.remove(namespace);
    ServedKind served = start.served();
    if (!isOfUse || feeds.containsKey(namespace) || rights.forbids(served)) {
      return;
    }
    boolean isHome = desk.namespaces().getFirst().equals(namespace);
    if (!rights.allows(served) && !treatment.isImportant() && !isHome) {
      return;
    }
    toldOf.add(namespace);
    Rhythm rhythm = treatment.isImportant() ? start.watched() : start.polled();
    feeds.put(namespace, start.one(namespace, rhythm, List.of()));
  }

  /// A feed has said how well it knows its namespace.
  void told(Delivery delivery, Knowledge knowledge, String message) {
    Running one = feeds.get(delivery.namespace());
    if (one != null && one.delivery.equals(delivery)) {
      one.knowledge = knowledge;
      one.message = message;
    }
  }

  /// Namespaces have come or gone.
  ///
  /// @param why no more is known of one that is not read any more
  void changed(List<String> now, String why) {
    List<String> ended = feeds.keySet().stream().filter(each -> !now.contains(each)).toList();
    ended.forEach(namespace -> end(namespace, why));
    look(now);
  }

  /// Asks once more where nothing was allowed.
  ///
  /// @param why nothing is known there meanwhile
  void tryAgain(String why) {
    List<String> refused =
        feeds.entrySet().stream()
            .filter(each -> each.getValue().knowledge == Knowledge.FORBIDDEN)
            .map(Map.Entry::getKey)
            .toList();
    refused.forEach(namespace -> end(namespace, why));
    look(desk.namespaces());
  }

  private void end(String namespace, String why) {
    Running running = feeds.remove(namespace);
    if (running != null) {
      // Nothing is missing of which no more is known.
      List<ResourceId> held = running.end();
      start.tell(namespace, Knowledge.FORBIDDEN, why);
      start.gone(held);
    }
  }

  /// Ends all feeds.
  ///
  /// @return the objects that they told of
  List<ResourceId> end() {
    List<ResourceId> told = new ArrayList<>();
    feeds.values().forEach(running -> told.addAll(running.end()));
    feeds.clear();
    asked.clear();
    return told;
  }

  /// The objects are asked for in another way now.
  void restart() {
    for (Map.Entry<String, Running> each : feeds.entrySet()) {
      Running running = each.getValue();
      Rhythm rhythm = running.order.rhythm();
      each.setValue(start.one(each.getKey(), rhythm, running.end()));
    }
  }

  void relist() {
    feeds.values().forEach(running -> running.feed.relist());
  }

  /// Whether all that can be known for now is known.
  boolean areRead() {
    return asked.isEmpty() && feeds.values().stream().allMatch(Running::isSettled);
  }

  /// Whether a namespace has been read.
  boolean isAnyComplete() {
    return feeds.values().stream().anyMatch(Running::isComplete);
  }

  /// Whether nothing may be read anywhere.
  boolean areForbidden() {
    return asked.isEmpty()
        && feeds.values().stream().allMatch(running -> running.knowledge == Knowledge.FORBIDDEN);
  }

  /// What the first one says that is not read yet, perhaps `""`; empty when all are.
  Optional<String> complaint() {
    return feeds.values().stream()
        .filter(running -> !running.isSettled())
        .map(running -> running.message)
        .findFirst();
  }
}
