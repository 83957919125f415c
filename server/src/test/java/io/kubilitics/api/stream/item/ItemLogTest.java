package io.kubilitics.api.stream.item;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.api.stream.Edition;
import io.kubilitics.api.stream.Piece;
import io.kubilitics.testbed.FoldedTopics;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ItemLogTest {
  private final ItemLog log = new ItemLog();
  private final Map<String, Map<String, String>> state = new HashMap<>();

  private static String text(String key, String value) {
    return ItemText.of(key, "value", json -> json.writeString(value));
  }

  private Edition publish(ItemLog.Draft draft) {
    Map<String, Map<String, String>> now = new HashMap<>();
    state.forEach((topic, items) -> now.put(topic, Map.copyOf(items)));
    return draft.publish((topic, key, _) ->
        text(key, Objects.requireNonNull(now.getOrDefault(topic, Map.of()).get(key))));
  }

  private void put(ItemLog.Draft draft, String topic, String key, String value) {
    state.computeIfAbsent(topic, _ -> new HashMap<>()).put(key, value);
    draft.put(topic, key, text(key, value), 0);
  }

  private void remove(ItemLog.Draft draft, String topic, String key) {
    state.getOrDefault(topic, new HashMap<>()).remove(key);
    draft.remove(topic, key);
  }

  @Test
  void anyHistoryFoldsToTheSnapshot() {
    Random random = new Random(9);
    Edition edition = publish(log.draft());
    FoldedTopics client = FoldedTopics.of(edition);
    for (int step = 0; step < 400; step++) {
      ItemLog.Draft draft = log.draft();
      for (int change = random.nextInt(4); change >= 0; change--) {
        String topic = "t" + random.nextInt(3);
        String key = "k" + random.nextInt(6);
        if (random.nextBoolean()) {
          put(draft, topic, key, "v" + random.nextInt(3));
        } else {
          remove(draft, topic, key);
        }
      }
      edition = publish(draft);
      if (random.nextInt(3) == 0) {
        client.follow(edition);
        assertThat(client.items()).as("step %s", step).isEqualTo(FoldedTopics.of(edition).items());
      }
    }
  }

  /// Half of a surrogate pair cannot be sent.
  @Test
  void aKeyThatIsNoUnicodeIsTheSameWhenItComesAndWhenItGoes() {
    ItemLog.Draft draft = log.draft();
    put(draft, "", "face \ud83d", "1");
    Edition first = publish(draft);
    FoldedTopics client = FoldedTopics.of(first);
    assertThat(client.items().get("")).containsOnlyKeys("face \ufffd");

    ItemLog.Draft next = log.draft();
    remove(next, "", "face \ud83d");
    client.follow(publish(next));

    assertThat(client.items().getOrDefault("", new TreeMap<>())).isEmpty();
  }

  @Test
  void whatIsPutAsItWasIsNoNews() {
    ItemLog.Draft draft = log.draft();
    put(draft, "", "a", "1");
    long first = publish(draft).revision();
    ItemLog.Draft again = log.draft();
    put(again, "", "a", "1");

    assertThat(publish(again).revision()).isEqualTo(first);
  }

  @Test
  void ofTooMuchThatIsGoneTheOlderHalfIsForgottenAndWhoAsksForItMustStartAnew() {
    ItemLog.Draft all = log.draft();
    for (int at = 0; at <= ItemLog.MOST_GONE; at++) {
      put(all, "", "k" + at, "v");
    }
    Edition first = publish(all);
    Edition last = first;
    for (int at = 0; at <= ItemLog.MOST_GONE; at += 100) {
      ItemLog.Draft draft = log.draft();
      for (int key = at; key < at + 100; key++) {
        remove(draft, "", "k" + key);
      }
      last = publish(draft);
    }

    assertThat(last.reaches(first.revision())).isFalse();
    assertThat(last.reaches(last.revision())).isTrue();
    assertThat(last.topics()).isEmpty();
  }

  @Test
  void muchIsToldInPieces() {
    ItemLog.Draft draft = log.draft();
    for (int at = 0; at < 3_000; at++) {
      put(draft, "", "k" + at, "x".repeat(100));
    }
    Edition edition = publish(draft);

    Piece piece = edition.snapshot("", 0);
    assertThat(piece.isLast()).isFalse();
    assertThat(piece.json().length()).isBetween(Piece.USUAL_BYTES, Piece.USUAL_BYTES + 200);
    assertThat(FoldedTopics.of(edition).items().get("")).hasSize(3_000);
  }
}
