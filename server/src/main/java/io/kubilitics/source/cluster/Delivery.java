package io.kubilitics.source.cluster;

import io.kubilitics.catalogue.CustomKind;
import io.kubilitics.model.Change;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.ObjectEvent;
import io.kubilitics.model.ResourceId;
import io.kubilitics.source.cluster.feed.FeedListener;
import io.kubilitics.source.cluster.feed.FeedOrder;
import io.kubilitics.source.cluster.feed.FeedOrder.Rhythm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What one feed says, on its way to the listener of the source. A feed that takes the place of
/// another one inherits its objects: they stay until this one has read everything, and those that
/// it did not find are gone then. A feed of all namespaces that stands back, because single ones
/// are read by others, tells what it has found when it takes over from them. Called by the feed,
/// one call at a time, and by the plan's thread.
final class Delivery implements FeedListener {
  private final Kind kind;
  private final FeedOrder order;
  private final Set<String> alike;
  private final Voice voice;
  private final Told told;

  /// Objects of the feed before that have not been found again.
  private final Set<ResourceId> held;

  private boolean inherits;

  /// What it has found while it stands back, or null when it does not.
  private @Nullable Withheld withheld;

  private Knowledge said = Knowledge.SYNCING;
  private String why = "";

  /// What the plan wants to know of.
  interface Told {
    void knowledge(Delivery delivery, Knowledge knowledge, String message);

    /// Objects came or went; told after the listener was.
    void changes(Delivery delivery, List<Change> batch);

    void defined(CustomKind kind);
  }

  /// @param kind under which its objects are on the map
  /// @param order that its feed delivers
  /// @param alike namespaces of which something was said apart and which are now read with all
  ///   others; may grow meanwhile
  /// @param held what the feed before has told of
  Delivery(
      Kind kind,
      FeedOrder order,
      Set<String> alike,
      Collection<ResourceId> held,
      Voice voice,
      Told told) {
    this.kind = kind;
    this.order = order;
    this.alike = alike;
    this.voice = voice;
    this.told = told;
    this.held = new TreeSet<>(held);
    inherits = !held.isEmpty();
  }

  Kind kind() {
    return kind;
  }

  /// Whether objects are only looked for from time to time.
  boolean isOccasional() {
    return order.rhythm() instanceof Rhythm.Polled;
  }

  /// The one that is read, `""` for all.
  String namespace() {
    return order.namespace();
  }

  /// From now on single namespaces are read by others, unless it is not forbidden any more to read
  /// all: then it stays as it is.
  ///
  /// @return whether it stands back
  synchronized boolean standBackIfForbidden() {
    if (said != Knowledge.FORBIDDEN) {
      return false;
    }
    standBack();
    return true;
  }

  /// From now on, before the feed has begun, single namespaces are read by others.
  synchronized void standBack() {
    withheld = new Withheld();
  }

  /// Whether nobody has heard of what it found.
  synchronized boolean standsBack() {
    return withheld != null;
  }

  /// The others have ended: what it has found holds.
  ///
  /// @param others the objects that those told of
  synchronized void takeOver(Collection<ResourceId> others) {
    Withheld found = withheld;
    if (found == null) {
      return;
    }
    withheld = null;
    List<Change> changes = found.after(others);
    voice.changes(changes);
    told.changes(this, changes);
    tell(said, why);
  }

  @Override
  public synchronized void changes(List<Change> all) {
    Withheld back = withheld;
    List<Change> batch = back == null ? all : back.keep(all);
    if (inherits) {
      for (Change change : batch) {
        switch (change) {
          case Change.Put(var resource) -> held.remove(resource.id());
          case Change.Gone(ResourceId id) -> held.remove(id);
          case Change.Known _, Change.Now _ -> {}
        }
      }
    }
    if (!batch.isEmpty()) {
      voice.changes(batch);
      told.changes(this, batch);
    }
  }

  @Override
  public synchronized void knowledge(Knowledge knowledge, String message) {
    said = knowledge;
    why = message;
    if (withheld != null) {
      tellDenied(knowledge, message);
    } else if (knowledge == Knowledge.SYNCING && inherits) {
      tell(Knowledge.STALE, message.isEmpty() ? "it is being read anew" : message);
    } else {
      if (knowledge.isComplete() && knowledge != Knowledge.STALE) {
        endInheritance();
      }
      tell(knowledge, message);
      if (!knowledge.isComplete()) {
        // Nothing is missing of which no more is known.
        endInheritance();
      }
    }
    told.knowledge(this, knowledge, message);
  }

  /// Adds something to why it is forbidden, as long as it is.
  ///
  /// @param note in the place of a former one
  synchronized void sayIfForbidden(String note) {
    if (said != Knowledge.FORBIDDEN) {
      return;
    }
    if (withheld != null) {
      tellDenied(said, why + note);
    } else {
      tell(said, why + note);
    }
  }

  /// Of single namespaces others tell.
  private void tellDenied(Knowledge knowledge, String message) {
    if (knowledge == Knowledge.FORBIDDEN || knowledge == Knowledge.NOT_SERVED) {
      voice.known(new KindState(kind, "", knowledge, message));
    }
  }

  private void endInheritance() {
    if (!inherits) {
      return;
    }
    inherits = false;
    List<Change> gone = new ArrayList<>();
    held.forEach(id -> gone.add(new Change.Gone(id)));
    held.clear();
    voice.changes(gone);
    told.changes(this, gone);
  }

  /// What was inherited and never found again, for who takes over from here. After the feed has
  /// ended.
  synchronized List<ResourceId> held() {
    return List.copyOf(held);
  }

  /// What was read once, just now, is not polled.
  private void tell(Knowledge how, String message) {
    boolean isOnce = order.rhythm() instanceof Rhythm.Once && how == Knowledge.POLLED;
    Knowledge knowledge = isOnce ? Knowledge.SYNCED : how;
    String reason = isOnce ? "" : message;
    List<Change> states = new ArrayList<>();
    states.add(new Change.Known(new KindState(kind, order.namespace(), knowledge, reason)));
    if (order.namespace().isEmpty()) {
      alike.forEach(
          each -> states.add(new Change.Known(new KindState(kind, each, knowledge, reason))));
    }
    voice.changes(states);
  }

  @Override
  public void rejected(String object, String reason) {
    voice.rejected(object, reason);
  }

  @Override
  public void defined(CustomKind defined) {
    told.defined(defined);
  }

  @Override
  public void event(ObjectEvent event) {
    voice.event(event);
  }
}
