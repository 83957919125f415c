package io.kubilitics.testbed.stream;

import io.kubilitics.api.stream.ChannelKey;
import io.kubilitics.api.stream.item.ItemText;
import io.kubilitics.export.EventJson;
import io.kubilitics.model.ObjectEvent;
import io.kubilitics.model.ResourceId;
import java.util.List;
import java.util.Map;

/// Of each topic the latest events there are, each once, as it was told last.
record EventsOracle(Chronicle chronicle) implements Oracle {
  @Override
  public String difference(Recorded edition, Span span, boolean strictly) {
    String difference = "";
    for (int count = span.to().events(); count >= span.from().events(); count--) {
      difference = edition.folded().difference(items(edition, count));
      if (difference.isEmpty()) {
        return "";
      }
    }
    return difference;
  }

  private static boolean isWanted(ChannelKey key, ResourceId object) {
    return (key.part().kinds().isEmpty() || key.part().kinds().contains(object.kind()))
        && (key.names().isEmpty() || key.names().contains(object.name()));
  }

  private FoldedItems items(Recorded edition, int count) {
    FoldedItems items = new FoldedItems(Wording.ITEMS);
    Map<String, List<ObjectEvent>> tails =
        chronicle.events().tails(count, object -> isWanted(edition.key(), object));
    tails.forEach((topic, events) -> {
      for (ObjectEvent event : events) {
        items.put(
            topic,
            Texts.read(ItemText.of(event.key(), "event", json -> EventJson.write(event, json))));
      }
    });
    return items;
  }
}
