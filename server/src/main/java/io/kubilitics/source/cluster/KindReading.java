package io.kubilitics.source.cluster;

import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.ResourceId;
import io.kubilitics.source.cluster.discovery.Presence;
import io.kubilitics.source.cluster.discovery.ServedKind;
import io.kubilitics.source.cluster.feed.FeedOrder.Rhythm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one kind of a cluster is read just now: by one feed of all namespaces; by one feed for each
/// namespace where no more is allowed, while the one of all tries again rarely; or not at all while
/// there are no objects. Used by the plan's thread only.
final class KindReading {
  /// A server that has just started does not know yet all that it will serve.
  private static final int MOST_MISSES = 3;

  private final Kind kind;
  private final Manner manner;
  private final Looks looks;
  private final Desk desk;
  private final FeedStart start;
  private final SingleNamespaces single;
  private final List<ServedKind> otherwise;
  private @Nullable Running whole;
  private boolean isApart;
  private boolean isUnused;
  private boolean isWanted;
  private boolean hasEnded;
  private int misses;

  /// @param kind under which its objects are on the map
  /// @param served how it is read, and after that how else
  /// @param isNew whether it has just been defined, so that its objects are about to come
  KindReading(Kind kind, List<ServedKind> served, Treatment treatment, boolean isNew, Desk desk) {
    this.kind = kind;
    this.otherwise = new ArrayList<>(served.subList(1, served.size()));
    manner = treatment.manner();
    looks = new Looks(desk.pace(), isNew);
    this.desk = desk;
    start = new FeedStart(kind, served.getFirst(), treatment, desk);
    single = new SingleNamespaces(this, start, treatment, desk);
  }

  Kind kind() {
    return kind;
  }

  ServedKind served() {
    return start.served();
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
    readWhole(start.watched(), List.of());
  }

  private void readWhole(Rhythm rhythm, Collection<ResourceId> held) {
    whole = start.all(rhythm, single.toldOf(), held, isApart);
  }

  /// Whether there are objects has been found out.
  void checked(Presence presence) {
    if (hasEnded || whole != null) {
      return;
    }
    switch (presence) {
      case NONE -> {
        if (isWanted || desk.isNamed(kind)) {
          readWhole(start.watched(), List.of());
        } else {
          unused();
        }
      }
      case SOME -> readWhole(start.watched(), List.of());
      case UNCLEAR -> readWhole(start.polled(), List.of());
    }
    isUnused &= whole == null;
  }

  private void unused() {
    isUnused = true;
    start.tell("", Knowledge.POLLED, "there are none; looked at from time to time");
    desk.checkLater(this, looks.pause());
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
    if (all == null || !all.delivery.equals(delivery)) {
      single.told(delivery, knowledge, message);
      return;
    }
    all.knowledge = knowledge;
    all.message = message;
    if (knowledge == Knowledge.FORBIDDEN) {
      forbidden(all);
    } else if (knowledge.isComplete() && isApart) {
      gather(all);
    }
  }

  private void forbidden(Running all) {
    if (!otherwise.isEmpty()) {
      start.gone(all.end());
      start.served(otherwise.removeFirst());
      readWhole(start.watched(), List.of());
      return;
    }
    if (served().namespaced() && !isApart && all.delivery.standBackIfForbidden()) {
      isApart = true;
      single.look(desk.namespaces());
    }
  }

  /// What may be listed in a namespace has been found out.
  void rightsIn(String namespace, Rights rights) {
    single.rightsIn(namespace, rights, isApart && !hasEnded);
  }

  /// Namespaces have come or gone.
  void namespacesChanged(List<String> now) {
    if (isApart && !hasEnded) {
      single.changed(now, why());
    }
  }

  /// Tries once more where nothing was allowed.
  void tryAgain() {
    if (isApart && !hasEnded) {
      single.tryAgain(why());
    }
  }

  /// Whether all namespaces at once may not be read.
  boolean isDenied() {
    Running all = whole;
    return !hasEnded && all != null && all.knowledge == Knowledge.FORBIDDEN;
  }

  /// Asks at once for what may not be read.
  void tryAgainAtOnce() {
    Running all = whole;
    if (all != null && isDenied()) {
      all.feed.tryAgain();
    }
    tryAgain();
  }

  /// Adds something to why it may not be read.
  void say(String note) {
    Running all = whole;
    if (all != null) {
      all.delivery.sayIfForbidden(note);
    }
  }

  /// All namespaces have been read at once, again: the feeds of single ones have no use any more.
  private void gather(Running all) {
    List<ResourceId> told = single.end();
    isApart = false;
    all.delivery.takeOver(told);
  }

  /// Somebody looks at it, or names it: what is looked for only from time to time is followed from
  /// now on, unless it may not be read.
  void wanted() {
    isWanted = true;
    Running all = whole;
    if (isUnused) {
      isUnused = false;
      readWhole(start.watched(), List.of());
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
        && start.isWatchable()) {
      readWhole(start.watched(), all.end());
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
    boolean isOneOfThem = now.contains(served());
    otherwise.clear();
    otherwise.addAll(now.subList(1, now.size()));
    if (isOneOfThem || hasEnded) {
      return;
    }
    start.served(now.getFirst());
    Running all = whole;
    if (all != null) {
      boolean isWatched = all.order.rhythm() instanceof Rhythm.Watched;
      readWhole(isWatched ? start.watched() : start.polled(), all.end());
    }
    single.restart();
  }

  void relist() {
    if (whole != null) {
      whole.feed.relist();
    }
    single.relist();
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
    return !isApart || single.areRead();
  }

  /// Whether all or a part of it has been read, or there was nothing to read.
  boolean isKnown() {
    Running all = whole;
    return isUnused || (all != null && all.isComplete()) || single.isAnyComplete();
  }

  /// Whether single namespaces are read.
  boolean isApart() {
    return isApart;
  }

  /// Whether there were no objects when it was last looked.
  boolean isUnused() {
    return isUnused;
  }

  /// Whether it may be read nowhere.
  boolean isForbidden() {
    return whole != null && whole.knowledge == Knowledge.FORBIDDEN && single.areForbidden();
  }

  /// Why not all is known, or `""`.
  String complaint() {
    return single.complaint().orElseGet(this::why);
  }

  private String why() {
    return whole == null ? "" : whole.message;
  }

  /// The server does not serve it any more: its objects are gone.
  void vanish() {
    hasEnded = true;
    start.gone(single.end());
    if (whole != null) {
      start.gone(whole.end());
      whole = null;
    }
    start.tell("", Knowledge.NOT_SERVED, "");
    single.toldOf().forEach(namespace -> start.tell(namespace, Knowledge.NOT_SERVED, ""));
  }
}
