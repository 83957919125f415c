package io.kubilitics.source.cluster.feed;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.ObjectEvent;
import io.kubilitics.model.ResourceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// Tells of events. That one is deleted says nothing: servers forget them after an hour. Of many
/// states of one event that come together the newest is told, of a list the newest events, oldest
/// first. One thread at a time.
final class EventIntake implements Intake {
  private static final int MOST_OCTETS = 1 << 20;
  private static final int MOST_OF_A_LIST = 5_000;
  private static final int MOST_REMEMBERED = 10_000;
  private static final int LARGEST_BATCH = 500;

  private static final Comparator<ObjectEvent> BY_TIME =
      Comparator.comparing(ObjectEvent::last).thenComparing(ObjectEvent::key);

  private final EventReader reader;
  private final Telling telling;
  private final PriorityQueue<ObjectEvent> listed = new PriorityQueue<>(BY_TIME);
  private final Map<String, ObjectEvent> waiting = new LinkedHashMap<>();
  private final Map<String, Integer> told = new Remembered();
  private long arrivals;

  EventIntake(Catalogue catalogue, Telling telling) {
    reader = new EventReader(catalogue);
    this.telling = telling;
  }

  @Override
  public void listBegins() {
    listed.clear();
    arrivals = 0;
  }

  @Override
  public ObjectHead put(Piece object, boolean replays) {
    ObjectHead head = ObjectHead.of(object);
    if (object.size() > MOST_OCTETS) {
      telling.rejected("Event " + head.namespace() + "/" + head.name(), "larger than 1 MiB");
      return head;
    }
    reader
        .read(object)
        .ifPresentOrElse(
            event -> take(event, replays),
            () ->
                telling.rejected(
                    "Event " + head.namespace() + "/" + head.name(), "it is about no object"));
    return head;
  }

  private void take(ObjectEvent event, boolean replays) {
    if (!replays) {
      waiting.remove(event.key());
      waiting.put(event.key(), event);
      if (waiting.size() >= LARGEST_BATCH) {
        flush();
      }
      return;
    }
    arrivals++;
    listed.add(event);
    if (listed.size() > MOST_OF_A_LIST) {
      listed.remove();
    }
  }

  @Override
  public ObjectHead gone(Piece object) {
    return ObjectHead.of(object);
  }

  @Override
  public void listEnds() {
    List<ObjectEvent> events = new ArrayList<>(listed);
    listed.clear();
    events.sort(BY_TIME);
    events.forEach(this::tell);
  }

  @Override
  public void flush() {
    List<ObjectEvent> events = List.copyOf(waiting.values());
    waiting.clear();
    events.forEach(this::tell);
  }

  private void tell(ObjectEvent event) {
    Integer state = event.hashCode();
    if (!state.equals(told.put(event.key(), state))) {
      telling.event(event);
    }
  }

  @Override
  public void withdraw() {
    listed.clear();
    waiting.clear();
  }

  @Override
  public void doubt() {
    withdraw();
    told.clear();
  }

  @Override
  public List<ResourceId> told() {
    return List.of();
  }

  @Override
  public long arrivals() {
    return arrivals;
  }

  /// The events told last.
  private static final class Remembered extends LinkedHashMap<String, Integer> {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
      return size() > MOST_REMEMBERED;
    }
  }
}
