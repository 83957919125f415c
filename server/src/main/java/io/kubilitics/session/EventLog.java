package io.kubilitics.session;

import io.kubilitics.model.ObjectEvent;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// The latest events of a cluster, bounded as a whole and for each object, so that one noisy object
/// does not push out the others' at once. Any thread.
public final class EventLog {
  /// Events kept of a cluster.
  public static final int MOST = 5_000;

  /// Events kept of one object; kubectl shows about as many.
  public static final int MOST_OF_ONE = 32;

  private static final Comparator<ObjectEvent> NEWEST_FIRST =
      Comparator.comparing(ObjectEvent::last).reversed().thenComparing(ObjectEvent::key);

  /// By key; what was told last is last.
  private final Map<String, ObjectEvent> all = new LinkedHashMap<>();

  private final Map<ResourceId, Map<String, ObjectEvent>> byObject = new HashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private long sequence;

  /// Adds an event, or a later state of one that is there.
  void add(ObjectEvent event) {
    synchronized (this) {
      ObjectEvent before = all.get(event.key());
      if (event.equals(before)) {
        return;
      }
      if (before != null) {
        remove(before);
      }
      makeRoom(event.regarding());
      byObject
          .computeIfAbsent(event.regarding(), _ -> new LinkedHashMap<>())
          .put(event.key(), event);
      all.put(event.key(), event);
      sequence++;
    }
    listeners.forEach(Runnable::run);
  }

  /// Lets go of the oldest one of an object that has too many, or else of all.
  private void makeRoom(ResourceId object) {
    Map<String, ObjectEvent> ofObject = byObject.getOrDefault(object, Map.of());
    if (ofObject.size() == MOST_OF_ONE) {
      remove(ofObject.values().iterator().next());
    } else if (all.size() == MOST) {
      remove(all.values().iterator().next());
    }
  }

  private void remove(ObjectEvent event) {
    all.remove(event.key());
    Map<String, ObjectEvent> ofObject = byObject.get(event.regarding());
    if (ofObject != null) {
      ofObject.remove(event.key());
      if (ofObject.isEmpty()) {
        byObject.remove(event.regarding());
      }
    }
  }

  /// How often the log has changed.
  public synchronized long sequence() {
    return sequence;
  }

  /// All, newest first.
  public synchronized List<ObjectEvent> all(Viewer viewer) {
    return seen(all.values(), viewer);
  }

  /// Calls after every change, on the thread of the source; must not block.
  public void listen(Runnable listener) {
    listeners.add(listener);
  }

  public void forget(Runnable listener) {
    listeners.remove(listener);
  }

  /// An event is for whoever may see its object.
  private static List<ObjectEvent> seen(Collection<ObjectEvent> events, Viewer viewer) {
    List<ObjectEvent> seen = new ArrayList<>();
    for (ObjectEvent event : events) {
      if (viewer.maySee(event.regarding().kind(), event.regarding().namespace())) {
        seen.add(event);
      }
    }
    seen.sort(NEWEST_FIRST);
    return seen;
  }
}
