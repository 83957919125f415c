package io.kubilitics.source.cluster;

import io.kubilitics.model.Change;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.ResourceId;
import io.kubilitics.source.cluster.discovery.Presence;
import io.kubilitics.source.cluster.discovery.ServedKind;
import io.kubilitics.source.cluster.feed.FeedOrder;
import io.kubilitics.source.cluster.feed.FeedOrder.Rhythm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/// How one kind of a cluster is read just now: by one feed of all namespaces; by one feed for each
/// namespace where no more is allowed, while the one of all tries again rarely; or not at all while
/// there are no objects. Used by the plan's thread only.
final class KindReading {
  private static final String WATCH = "watch";
  private static final int NAMESPACES_AT_FULL_PACE = 10;

  /// A server that has just started does not know yet all that it will serve.
  private static final int MOST_MISSES = 3;

  private final Kind kind;
  private final Manner manner;
  private final Treatment treatment;
  private final Desk desk;
  private final List<ServedKind> otherwise;

  /// Namespaces of which something was said apart.
  private final Set<String> toldApart = new ConcurrentSkipListSet<>();

  private final Map<String, Running> apart = new TreeMap<>();
  private final Set<String> asked = new HashSet<>();
  private ServedKind served;
  private @Nullable Running whole;
  private boolean isApart;
  private boolean isUnused;
  private boolean isWanted;
  private boolean hasEnded;
  private int misses;

  /// @param kind under which its objects are on the map
  /// @param served how it is read, and after that how else
  KindReading(Kind kind, List<ServedKind> served, Treatment treatment, Desk desk) {
    this.kind = kind;
    this.served = served.getFirst();
    this.otherwise = new ArrayList<>(served.subList(1, served.size()));
    this.treatment = treatment;
    manner = treatment.manner();
    this.desk = desk;
  }

  Kind kind() {
    return kind;
  }

  ServedKind served() {
    return served;
  }

  /// What is known of it before it begins: it is served, so none of its objects is missing.
  KindState waiting() {
    return new KindState(kind, "", Knowledge.SYNCING, "");
  }

  void begin() {
    if (manner == Manner.WHEN_USED) {
      desk.check(this);
      return;
    }
    readWhole(manner == Manner.ONCE ? new Rhythm.Once() : watched(), List.of());
  }

  private Rhythm watched() {
    return served.verbs().contains(WATCH) ? new Rhythm.Watched() : polled();
  }

  /// The more namespaces are read one by one, the more rarely each.
  private Rhythm polled() {
    int times = 1 + desk.namespaces().size() / NAMESPACES_AT_FULL_PACE;
    return new Rhythm.Polled(desk.pace().coldPoll().multipliedBy(times));
  }

  private void readWhole(Rhythm rhythm, Collection<ResourceId> held) {
    whole =
        started(FeedOrder.watched(served).with(rhythm).with(treatment.shape()), toldApart, held);
  }

  private Running started(FeedOrder order, Set<String> alike, Collection<ResourceId> held) {
    Delivery delivery = new Delivery(kind, order, alike, held, desk.voice(), desk.told());
    if (isApart && order.namespace().isEmpty()) {
      delivery.standBack();
    }
    return new Running(order, delivery, desk.feeder().start(order, delivery));
  }

  /// Whether there are objects has been found out.
  void checked(Presence presence) {
    if (hasEnded || whole != null) {
      return;
    }
    switch (presence) {
      case NONE -> {
        if (isWanted) {
          readWhole(watched(), List.of());
        } else {
          unused();
        }
      }
      case SOME -> readWhole(watched(), List.of());
      case UNCLEAR -> readWhole(polled(), List.of());
    }
    isUnused &= whole == null;
  }

  private void unused() {
    isUnused = true;
    tell("", Knowledge.POLLED, "there are none; looked at from time to time");
    desk.checkLater(this);
  }

  /// It is time to look again whether there are objects.
  void checkAgain() {
    if (!hasEnded && whole == null) {
      desk.check(this);
    }
  }

  /// A feed has said how well it knows the kind.
  void told(Delivery delivery, Knowledge knowledge, String message) {
    Running all = whole;
    if (all != null && all.delivery.equals(delivery)) {
      all.knowledge = knowledge;
      all.message = message;
      if (knowledge == Knowledge.FORBIDDEN) {
        forbidden(all);
      } else if (knowledge.isComplete() && isApart) {
        gather(all);
      }
      return;
    }
    Running one = apart.get(delivery.namespace());
    if (one != null && one.delivery.equals(delivery)) {
      one.knowledge = knowledge;
      one.message = message;
    }
  }

  private void forbidden(Running all) {
    if (!otherwise.isEmpty()) {
      end(all);
      served = otherwise.removeFirst();
      readWhole(manner == Manner.ONCE ? new Rhythm.Once() : watched(), List.of());
      return;
    }
    if (served.namespaced() && !isApart && all.delivery.standBackIfForbidden()) {
      isApart = true;
      look(desk.namespaces());
    }
  }

  private void look(List<String> namespaces) {
    for (String namespace : namespaces) {
      if (!apart.containsKey(namespace) && asked.add(namespace)) {
        desk.askRights(this, namespace);
      }
    }
  }

  /// What may be listed in a namespace has been found out.
  void rightsIn(String namespace, Rights rights) {
    asked.remove(namespace);
    if (hasEnded || !isApart || apart.containsKey(namespace) || rights.forbids(served)) {
      return;
    }
    boolean isHome = desk.namespaces().getFirst().equals(namespace);
    if (!rights.allows(served) && !treatment.isImportant() && !isHome) {
      return;
    }
    toldApart.add(namespace);
    Rhythm rhythm = treatment.isImportant() ? watched() : polled();
    FeedOrder order =
        FeedOrder.watched(served)
            .in(namespace)
            .with(manner == Manner.ONCE ? new Rhythm.Once() : rhythm)
            .with(treatment.shape());
    apart.put(namespace, started(order, Set.of(), List.of()));
  }

  /// Namespaces have come or gone.
  void namespacesChanged(List<String> now) {
    if (!isApart || hasEnded) {
      return;
    }
    List<String> ended = apart.keySet().stream().filter(each -> !now.contains(each)).toList();
    for (String namespace : ended) {
      endApart(namespace);
    }
    look(now);
  }

  /// Tries once more where nothing was allowed.
  void tryAgain() {
    if (!isApart || hasEnded) {
      return;
    }
    List<String> refused =
        apart.entrySet().stream()
            .filter(each -> each.getValue().knowledge == Knowledge.FORBIDDEN)
            .map(Map.Entry::getKey)
            .toList();
    refused.forEach(this::endApart);
    look(desk.namespaces());
  }

  private void endApart(String namespace) {
    Running running = apart.remove(namespace);
    if (running != null) {
      // Nothing is missing of which no more is known.
      List<ResourceId> held = running.end();
      tell(namespace, Knowledge.FORBIDDEN, whole == null ? "" : whole.message);
      gone(held);
    }
  }

  /// All namespaces have been read at once, again: the feeds of single ones have no use any more.
  private void gather(Running all) {
    List<ResourceId> told = new ArrayList<>();
    apart.values().forEach(running -> told.addAll(running.end()));
    apart.clear();
    asked.clear();
    isApart = false;
    all.delivery.takeOver(told);
  }

  /// Somebody looks at it: what is looked for only from time to time is followed from now on,
  /// unless it may not be read.
  void wanted() {
    isWanted = true;
    Running all = whole;
    if (isUnused) {
      isUnused = false;
      readWhole(watched(), List.of());
    } else if (all != null && !isApart && all.isComplete()) {
      follow(all);
    }
  }

  /// There are objects of a kind that is only looked at from time to time.
  void found(Delivery delivery) {
    Running all = whole;
    if (all != null && all.delivery.equals(delivery)) {
      follow(all);
    }
  }

  private void follow(Running all) {
    if (manner == Manner.WHEN_USED
        && all.order.rhythm() instanceof Rhythm.Polled
        && served.verbs().contains(WATCH)) {
      readWhole(watched(), all.end());
    }
  }

  /// The server does not name it.
  ///
  /// @return whether it has not done so for so long that it is gone
  boolean isMissed() {
    misses++;
    return misses >= MOST_MISSES;
  }

  /// Whether the server did not name it the last time, which may be a mistake.
  boolean isDoubtful() {
    return misses == 1;
  }

  /// The server serves it, perhaps in another way.
  void servedAs(List<ServedKind> now) {
    misses = 0;
    ServedKind next = now.getFirst();
    boolean isOneOfThem = now.contains(served);
    otherwise.clear();
    otherwise.addAll(now.subList(1, now.size()));
    if (isOneOfThem || hasEnded) {
      return;
    }
    served = next;
    Running all = whole;
    if (all != null) {
      Rhythm rhythm = all.order.rhythm() instanceof Rhythm.Watched ? watched() : polled();
      List<ResourceId> held = all.end();
      readWhole(rhythm, held);
    }
    for (Map.Entry<String, Running> each : apart.entrySet()) {
      Running running = each.getValue();
      FeedOrder order = running.order;
      FeedOrder moved =
          FeedOrder.watched(served).in(order.namespace()).with(order.rhythm()).with(order.shape());
      each.setValue(started(moved, Set.of(), running.end()));
    }
  }

  void relist() {
    if (whole != null) {
      whole.feed.relist();
    }
    apart.values().forEach(running -> running.feed.relist());
  }

  /// Whether all that can be known for now is known.
  boolean isRead() {
    if (hasEnded || isUnused) {
      return true;
    }
    Running all = whole;
    if (all == null || !all.isSettled()) {
      return false;
    }
    return !isApart || (asked.isEmpty() && apart.values().stream().allMatch(Running::isSettled));
  }

  /// Whether single namespaces are read.
  boolean isApart() {
    return isApart;
  }

  /// Whether it may be read nowhere.
  boolean isForbidden() {
    return whole != null
        && whole.knowledge == Knowledge.FORBIDDEN
        && apart.values().stream().allMatch(running -> running.knowledge == Knowledge.FORBIDDEN);
  }

  /// Why not all is known, or `""`.
  String complaint() {
    for (Running running : apart.values()) {
      if (!running.isSettled()) {
        return running.message;
      }
    }
    return whole == null ? "" : whole.message;
  }

  /// The server does not serve it any more: its objects are gone.
  void vanish() {
    end();
    tell("", Knowledge.NOT_SERVED, "");
    toldApart.forEach(namespace -> tell(namespace, Knowledge.NOT_SERVED, ""));
  }

  private void end() {
    hasEnded = true;
    List<Running> running = new ArrayList<>(apart.values());
    if (whole != null) {
      running.add(whole);
    }
    apart.clear();
    whole = null;
    for (Running each : running) {
      end(each);
    }
  }

  private void end(@Nullable Running running) {
    if (running != null) {
      gone(running.end());
    }
  }

  private void gone(List<ResourceId> ids) {
    List<Change> gone = new ArrayList<>(ids.size());
    ids.forEach(id -> gone.add(new Change.Gone(id)));
    desk.voice().changes(gone);
  }

  private void tell(String namespace, Knowledge knowledge, String message) {
    desk.voice().known(new KindState(kind, namespace, knowledge, message));
  }
}
