package io.kubilitics.source.cluster;

import io.kubilitics.catalogue.CustomKind;
import io.kubilitics.model.Change;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.ObjectEvent;
import io.kubilitics.model.ResourceId;
import io.kubilitics.source.cluster.feed.FeedListener;
import io.kubilitics.source.cluster.feed.FeedOrder.Rhythm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What one feed says, on its way to the listener of the source. A feed that takes the place of
/// another one inherits its objects: they stay until this one has read everything, and those that
/// it did not find are gone then. Called by the feed, one call at a time.
final class Delivery implements FeedListener {
  private final Kind kind;
  private final String namespace;
  private final Rhythm rhythm;
  private final Set<String> alike;
  private final Voice voice;
  private final Told told;

  /// Objects of the feed before that have not been found again.
  private final Set<ResourceId> held;

  private boolean inherits;

  /// What the plan wants to know of.
  interface Told {
    void knowledge(Delivery delivery, Knowledge knowledge, String message);

    /// Objects came or went; told after the listener was.
    void changes(Delivery delivery, List<Change> batch);

    void defined(CustomKind kind);
  }

  /// @param kind under which its objects are on the map
  /// @param rhythm of its feed
  /// @param namespace the one that is read, `""` for all
  /// @param alike namespaces of which something was said apart and which are now read with all
  ///   others; may grow meanwhile
  /// @param held what the feed before has told of
  Delivery(
      Kind kind,
      String namespace,
      Rhythm rhythm,
      Set<String> alike,
      Collection<ResourceId> held,
      Voice voice,
      Told told) {
    this.kind = kind;
    this.namespace = namespace;
    this.rhythm = rhythm;
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
    return rhythm instanceof Rhythm.Polled;
  }

  String namespace() {
    return namespace;
  }

  @Override
  public void changes(List<Change> batch) {
    if (inherits) {
      for (Change change : batch) {
        switch (change) {
          case Change.Put(var resource) -> held.remove(resource.id());
          case Change.Gone(ResourceId id) -> held.remove(id);
          case Change.Known _, Change.Now _ -> {}
        }
      }
    }
    voice.changes(batch);
    told.changes(this, batch);
  }

  @Override
  public void knowledge(Knowledge knowledge, String message) {
    if (knowledge == Knowledge.SYNCING && inherits) {
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
  List<ResourceId> held() {
    return List.copyOf(held);
  }

  /// What was read once, just now, is not polled.
  private void tell(Knowledge said, String why) {
    boolean isOnce = rhythm instanceof Rhythm.Once && said == Knowledge.POLLED;
    Knowledge knowledge = isOnce ? Knowledge.SYNCED : said;
    String message = isOnce ? "" : why;
    List<Change> states = new ArrayList<>();
    states.add(new Change.Known(new KindState(kind, namespace, knowledge, message)));
    if (namespace.isEmpty()) {
      alike.forEach(
          each -> states.add(new Change.Known(new KindState(kind, each, knowledge, message))));
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
