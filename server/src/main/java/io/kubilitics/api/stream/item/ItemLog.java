package io.kubilitics.api.stream.item;

import io.kubilitics.api.stream.Edition;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Keeps of a channel's items when each last changed, and makes its editions. Remembers a bounded
/// number of items that are gone: who has not asked for longer than that starts anew. For one
/// thread; what it makes is for any.
public final class ItemLog {
  /// Items that are gone and remembered.
  static final int MOST_GONE = 10_000;

  private SortedMap<String, Topic> topics = new TreeMap<>();
  private long revision;
  private long floor;
  private @Nullable Edition latest;

  public ItemLog() {
    this(0);
  }

  private ItemLog(long revision) {
    this.revision = revision;
    this.floor = revision + 1;
  }

  /// An empty one whose editions come after those of this one: who has one of these starts anew.
  public ItemLog anew() {
    return new ItemLog(revision);
  }

  /// The latest edition, empty before the first.
  public Optional<Edition> latest() {
    return Optional.ofNullable(latest);
  }

  /// Begins the next edition. It counts when it is published; until then nothing happens.
  public Draft draft() {
    return new Draft();
  }

  /// What is to differ.
  public final class Draft {
    private final long next = revision + 1;
    private final Map<String, SortedMap<String, Item>> items = new LinkedHashMap<>();
    private final Map<String, Map<String, Long>> gone = new HashMap<>();
    private final Map<String, Map<String, String>> made = new HashMap<>();

    private Draft() {}

    /// Every topic there is now.
    public Set<String> topics() {
      return Set.copyOf(topics.keySet());
    }

    /// What is remembered of an item, null when it is not there.
    public @Nullable Item item(String topic, String key) {
      return items(topic).get(key);
    }

    /// The keys of all items of a topic.
    public Collection<String> keys(String topic) {
      return List.copyOf(items(topic).keySet());
    }

    private SortedMap<String, Item> items(String topic) {
      SortedMap<String, Item> changed = items.get(topic);
      return changed != null ? changed : topics.getOrDefault(topic, Topic.EMPTY).items();
    }

    private SortedMap<String, Item> own(String topic) {
      return items.computeIfAbsent(
          topic, _ -> new TreeMap<>(topics.getOrDefault(topic, Topic.EMPTY).items()));
    }

    /// Puts an item whose text is known: nothing happens when it is what it was.
    public void put(String topic, String key, String text, long asOf) {
      Item before = item(topic, key);
      long hash = ItemText.hash(text);
      if (before == null || before.hash() != hash) {
        own(topic).put(key, new Item(next, hash, asOf));
        made.computeIfAbsent(topic, _ -> new HashMap<>()).put(key, text);
      } else if (before.asOf() != asOf) {
        own(topic).put(key, new Item(before.changed(), hash, asOf));
      }
    }

    /// Puts an item of which it is not known whether it is what it was.
    public void put(String topic, String key, long asOf) {
      own(topic).put(key, new Item(next, Item.UNKNOWN, asOf));
    }

    public void remove(String topic, String key) {
      if (items(topic).containsKey(key)) {
        own(topic).remove(key);
        gone.computeIfAbsent(topic, _ -> new HashMap<>()).put(key, next);
      }
    }

    /// Takes out what is not among these.
    public void keepOnly(String topic, Set<String> keys) {
      for (String key : keys(topic)) {
        if (!keys.contains(key)) {
          remove(topic, key);
        }
      }
    }

    /// Makes it the latest edition. When nothing differs there is none, but the texts are as they
    /// are now.
    ///
    /// @param text writes items of this edition
    public Edition publish(ItemText text) {
      boolean isNews = latest == null;
      SortedMap<String, Topic> all = new TreeMap<>(topics);
      for (Map.Entry<String, SortedMap<String, Item>> entry : items.entrySet()) {
        Topic before = topics.getOrDefault(entry.getKey(), Topic.EMPTY);
        Map<String, Long> went = new HashMap<>(before.gone());
        went.keySet().removeAll(entry.getValue().keySet());
        went.putAll(gone.getOrDefault(entry.getKey(), Map.of()));
        went.keySet().removeAll(entry.getValue().keySet());
        boolean differs =
            gone.containsKey(entry.getKey())
                || entry.getValue().values().stream().anyMatch(item -> item.changed() == next);
        isNews |= differs;
        all.put(
            entry.getKey(), new Topic(differs ? next : before.changed(), entry.getValue(), went));
      }
      if (isNews) {
        revision = next;
      }
      topics = all;
      forget();
      Edition edition = new ItemEdition(revision, floor, topics, text, made);
      latest = edition;
      return edition;
    }
  }

  /// Lets go of the older half of what is gone when it is too much.
  private void forget() {
    int count = topics.values().stream().mapToInt(topic -> topic.gone().size()).sum();
    if (count <= MOST_GONE) {
      return;
    }
    List<Long> all =
        topics.values().stream().flatMap(topic -> topic.gone().values().stream()).sorted().toList();
    long oldest = all.get(all.size() / 2);
    floor = oldest;
    SortedMap<String, Topic> left = new TreeMap<>();
    topics.forEach((name, topic) -> {
      Map<String, Long> gone = new HashMap<>(topic.gone());
      gone.values().removeIf(went -> went <= oldest);
      if (!gone.isEmpty() || !topic.items().isEmpty()) {
        left.put(name, new Topic(topic.changed(), topic.items(), gone));
      }
    });
    topics = left;
  }
}
