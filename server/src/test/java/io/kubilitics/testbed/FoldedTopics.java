package io.kubilitics.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.api.stream.Edition;
import io.kubilitics.testbed.stream.FoldedItems;
import io.kubilitics.testbed.stream.Wording;
import java.util.SortedMap;

/// What a client knows of a channel of items that hears it without a wire: it folds snapshots and
/// deltas, piece by piece.
public final class FoldedTopics {
  private final FoldedItems items;
  private long revision;

  private FoldedTopics(FoldedItems items, long revision) {
    this.items = items;
    this.revision = revision;
  }

  /// What a client that has just come knows.
  public static FoldedTopics of(Edition edition) {
    return new FoldedTopics(FoldedItems.of(edition, Wording.ITEMS), edition.revision());
  }

  /// Goes on to a later edition.
  public void follow(Edition edition) {
    items.follow(edition, revision);
    revision = edition.revision();
  }

  public long revision() {
    return revision;
  }

  /// One item, which must be there.
  public JsonNode item(String topic, String key) {
    JsonNode item = items.of(topic).get(key);
    if (item == null) {
      throw new AssertionError("'" + key + "' is not in topic '" + topic + "'");
    }
    return item;
  }

  /// Every item by topic and key.
  public SortedMap<String, SortedMap<String, JsonNode>> items() {
    return items.items();
  }
}
