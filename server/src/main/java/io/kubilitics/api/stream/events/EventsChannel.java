package io.kubilitics.api.stream.events;

import io.kubilitics.api.stream.Channel;
import io.kubilitics.api.stream.Edition;
import io.kubilitics.api.stream.item.ItemLog;
import io.kubilitics.api.stream.item.ItemText;
import io.kubilitics.export.EventJson;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ObjectEvent;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.session.EventLog;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The latest events of a cluster. A topic is the namespace of what they are about; of each the
/// latest [#TAIL] are told, and what falls out of that is gone.
public final class EventsChannel implements Channel {
  /// Events of one topic.
  public static final int TAIL = 200;

  private final EventLog events;
  private final Viewer viewer;
  private final Set<Kind> kinds;
  private final Set<String> names;
  private final ItemLog log = new ItemLog();
  private volatile @Nullable Runnable listener;

  /// Those that were told, by topic and key.
  private SortedMap<String, Map<String, ObjectEvent>> told = new TreeMap<>();

  private long sequence = -1;

  private EventsChannel(EventLog events, Viewer viewer, Set<Kind> kinds, Set<String> names) {
    this.events = events;
    this.viewer = viewer;
    this.kinds = Set.copyOf(kinds);
    this.names = Set.copyOf(names);
  }

  /// One that looks at nothing before somebody listens.
  ///
  /// @param kinds of the objects they are about; empty for all
  /// @param names of the objects they are about; empty for all
  public static EventsChannel open(
      EventLog events, Viewer viewer, Set<Kind> kinds, Set<String> names) {
    return new EventsChannel(events, viewer, kinds, names);
  }

  @Override
  public void listen(Runnable news) {
    listener = news;
    events.listen(news);
  }

  @Override
  public synchronized Optional<Edition> latest() {
    long now = events.sequence();
    if (now != sequence) {
      publish();
      sequence = now;
    }
    return log.latest();
  }

  private void publish() {
    SortedMap<String, Map<String, ObjectEvent>> latest = tails();
    ItemLog.Draft draft = log.draft();
    Set<String> topics = new HashSet<>(draft.topics());
    topics.addAll(latest.keySet());
    for (String topic : topics) {
      Map<String, ObjectEvent> is = latest.getOrDefault(topic, Map.of());
      Map<String, ObjectEvent> was = told.getOrDefault(topic, Map.of());
      draft.keepOnly(topic, is.keySet());
      is.forEach((key, event) -> {
        if (!event.equals(was.get(key))) {
          draft.put(topic, key, text(key, event), 0);
        }
      });
    }
    told = latest;
    draft.publish((topic, key, _) ->
        text(key, Objects.requireNonNull(latest.getOrDefault(topic, Map.of()).get(key))));
  }

  /// The newest of each topic.
  private SortedMap<String, Map<String, ObjectEvent>> tails() {
    SortedMap<String, Map<String, ObjectEvent>> tails = new TreeMap<>();
    for (ObjectEvent event : events.all(viewer)) {
      if (isWanted(event.regarding())) {
        Map<String, ObjectEvent> tail =
            tails.computeIfAbsent(event.regarding().namespace(), _ -> new LinkedHashMap<>());
        if (tail.size() < TAIL) {
          tail.put(event.key(), event);
        }
      }
    }
    return tails;
  }

  private boolean isWanted(ResourceId object) {
    return (kinds.isEmpty() || kinds.contains(object.kind()))
        && (names.isEmpty() || names.contains(object.name()));
  }

  private static String text(String key, ObjectEvent event) {
    return ItemText.of(key, "event", json -> EventJson.write(event, json));
  }

  @Override
  public void close() {
    Runnable news = listener;
    listener = null;
    if (news != null) {
      events.forget(news);
    }
  }
}
