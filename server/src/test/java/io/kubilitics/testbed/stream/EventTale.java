package io.kubilitics.testbed.stream;

import io.kubilitics.model.ObjectEvent;
import io.kubilitics.model.ResourceId;
import io.kubilitics.session.EventLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Every event that was told, in order, and what is left of them after so many: counted out slowly,
/// from the rules alone. Any thread.
final class EventTale {
  /// States that are remembered lie so far apart.
  private static final int STEP = 200;

  private static final int MOST_OF_A_TOPIC = 200;

  private final List<ObjectEvent> told = new ArrayList<>();
  private final Map<String, ObjectEvent> latest = new LinkedHashMap<>();
  private final TreeMap<Integer, List<ObjectEvent>> remembered = new TreeMap<>();

  EventTale() {
    remembered.put(0, List.of());
  }

  /// Notes an event before it is told; one that is known counts for nothing.
  synchronized void tell(ObjectEvent event) {
    if (event.equals(latest.get(event.key()))) {
      return;
    }
    told.add(event);
    add(latest, event);
    if (told.size() % STEP == 0) {
      remembered.put(told.size(), List.copyOf(latest.values()));
    }
  }

  private static void add(Map<String, ObjectEvent> all, ObjectEvent event) {
    all.remove(event.key());
    List<String> ofObject = new ArrayList<>();
    for (ObjectEvent each : all.values()) {
      if (each.regarding().equals(event.regarding())) {
        ofObject.add(each.key());
      }
    }
    if (ofObject.size() == EventLog.MOST_OF_ONE) {
      all.remove(ofObject.getFirst());
    } else if (all.size() == EventLog.MOST) {
      all.remove(all.keySet().iterator().next());
    }
    all.put(event.key(), event);
  }

  synchronized int size() {
    return told.size();
  }

  /// The latest of each topic when so many had been told.
  ///
  /// @param isWanted whether those about an object count
  synchronized Map<String, List<ObjectEvent>> tails(int count, Predicate<ResourceId> isWanted) {
    Map.Entry<Integer, List<ObjectEvent>> from =
        Objects.requireNonNull(remembered.floorEntry(count));
    Map<String, ObjectEvent> all = new LinkedHashMap<>();
    from.getValue().forEach(event -> all.put(event.key(), event));
    for (int at = from.getKey(); at < count; at++) {
      add(all, told.get(at));
    }
    Map<String, List<ObjectEvent>> tails = new TreeMap<>();
    for (ObjectEvent event : all.values()) {
      if (isWanted.test(event.regarding())) {
        tails.computeIfAbsent(event.regarding().namespace(), _ -> new ArrayList<>()).add(event);
      }
    }
    tails.values().forEach(EventTale::cut);
    return tails;
  }

  private static void cut(List<ObjectEvent> events) {
    events.sort(Comparator.comparing(ObjectEvent::last).reversed().thenComparing(ObjectEvent::key));
    if (events.size() > MOST_OF_A_TOPIC) {
      events.subList(MOST_OF_A_TOPIC, events.size()).clear();
    }
  }
}
