package io.kubilitics.testbed.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.testbed.stream.Seen.What;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One subscription as its client sees it: folds one sequence of messages after the other, and
/// believes each at its end, when it is what the truth is. Used by the thread of its client.
final class Looking {
  private static final int MOST_TEXT = 2_000;

  private final String id;
  private final String cluster;
  private final Truth truth;
  private final Seen seen;

  /// The views it was given, the first one and then by updates, and which of them the state is of.
  private final List<Glance> asked = new ArrayList<>();

  private int known;

  private boolean hasState;
  private FoldedItems state;
  private long revision = -1;
  private String epoch = "";
  private boolean paused;
  private long resumeAt;
  private boolean isBack;
  private boolean goesOn;

  /// Of the sequence that is coming in.
  private FoldedItems coming;

  private final Set<String> put = new HashSet<>();
  private String sequence = "";
  private int number;

  Looking(String id, String cluster, Glance first, Truth truth, Seen seen) {
    this.id = id;
    this.cluster = cluster;
    this.truth = truth;
    this.seen = seen;
    asked.add(first);
    state = new FoldedItems(first.shown().wording());
    coming = state;
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private String message(String type, String rest) {
    return "{\"type\":" + quoted(type) + ",\"id\":" + quoted(id) + rest + "}";
  }

  Glance wanted() {
    return asked.getLast();
  }

  /// What to say to begin, or to go on with what it has on another connection.
  String subscribe() {
    Glance view = hasState ? asked.get(known) : wanted();
    asked.clear();
    asked.add(view);
    known = 0;
    isBack = hasState;
    goesOn = false;
    paused = false;
    sequence = "";
    String point =
        hasState
            ? ",\"resume\":{\"streamEpoch\":" + quoted(epoch) + ",\"revision\":" + revision + "}"
            : "";
    return begin(point);
  }

  /// What somebody says who has nothing and wants the same.
  String subscribeAnew() {
    return begin("");
  }

  private String begin(String rest) {
    return message(
        "subscribe", ",\"cluster\":" + quoted(cluster) + ",\"view\":" + wanted().text() + rest);
  }

  String unsubscribe() {
    return message("unsubscribe", "");
  }

  String update(Glance view) {
    asked.add(view);
    seen.count(view.shown().show(), What.UPDATE);
    return message("update", ",\"view\":" + view.text());
  }

  /// @param until when it wants to go on, as [System#nanoTime] has it
  String pause(long until) {
    paused = true;
    resumeAt = until;
    return message("pause", "");
  }

  String resume() {
    paused = false;
    goesOn = true;
    return message("resume", "");
  }

  boolean isPaused() {
    return paused;
  }

  boolean isDue(long now) {
    return paused && now - resumeAt >= 0;
  }

  void hear(JsonNode message, String type) {
    boolean snapshot = type.equals("snapshot");
    if (message.path("number").asInt(-1) == 0) {
      begin(message, snapshot);
    }
    check(sequence.equals(name(message, snapshot)), "a message of no sequence", message);
    check(message.path("number").asInt(-1) == number, "a number left out", message);
    number++;
    int updates = message.path("updates").asInt(-1);
    check(updates >= known && updates < asked.size(), "updates nobody sent", message);
    Glance view = asked.get(updates);
    check(snapshot || view.isLike(asked.get(known)), "a delta between two channels", message);
    message.path("drop").forEach(topic -> coming.drop(topic.asText()));
    for (JsonNode part : message.path("parts")) {
      String topic = part.path("topic").asText();
      check(view.shows(topic), "a topic that is not in view", message);
      for (String key : coming.apply(topic, part.path("whole").asBoolean(), part.path("content"))) {
        check(put.add(topic + "\n" + key), "an item twice: " + key, message);
      }
    }
    if (message.path("last").asBoolean()) {
      complete(message, snapshot, updates);
    }
  }

  private static String name(JsonNode message, boolean snapshot) {
    return snapshot
        ? "snapshot " + message.path("revision").asLong()
        : "delta " + message.path("to").asLong();
  }

  /// What was not complete is forgotten.
  private void begin(JsonNode message, boolean snapshot) {
    sequence = name(message, snapshot);
    number = 0;
    put.clear();
    if (snapshot) {
      Glance view = asked.get(Math.clamp(message.path("updates").asInt(), 0, asked.size() - 1));
      check(message.path("cluster").asText().equals(cluster), "of another cluster", message);
      check(message.path("show").asText().equals(view.shown().show()), "of another show", message);
      coming = new FoldedItems(view.shown().wording());
      return;
    }
    check(hasState, "a delta before any snapshot", message);
    check(
        message.path("from").asLong() == revision,
        "a delta from another revision than " + revision,
        message);
    coming = state.copy();
  }

  private void complete(JsonNode message, boolean snapshot, int updates) {
    String show = asked.get(updates).shown().show();
    sequence = "";
    if (snapshot) {
      String named = message.path("streamEpoch").asText();
      seen.count(show, What.SNAPSHOT);
      back(show, named.equals(epoch) ? What.OUTRUN : What.RENEWED);
      epoch = named;
      revision = message.path("revision").asLong();
    } else {
      check(message.path("to").asLong() >= revision, "a step back", message);
      seen.count(show, What.DELTA);
      back(show, What.RESUMED);
      revision = message.path("to").asLong();
    }
    state = coming;
    hasState = true;
    known = updates;
    compare(message);
  }

  private void back(String show, What how) {
    if (isBack) {
      seen.count(show, how);
    }
    if (goesOn) {
      seen.count(show, What.CONTINUED);
    }
    isBack = false;
    goesOn = false;
  }

  void bookmark(JsonNode message) {
    String show = asked.get(known).shown().show();
    seen.count(show, What.BOOKMARK);
    if (!message.has("revision")) {
      return;
    }
    check(hasState, "a bookmark before any snapshot", message);
    check(sequence.isEmpty(), "a bookmark within a sequence", message);
    check(message.path("revision").asLong() >= revision, "a bookmark of the past", message);
    check(message.path("streamEpoch").asText().equals(epoch), "another epoch", message);
    back(show, What.RESUMED);
    revision = message.path("revision").asLong();
    compare(message);
  }

  private void compare(JsonNode message) {
    Glance view = asked.get(known);
    FoldedItems right = truth.at(epoch, revision).only(view::shows);
    seen.count(view.shown().show(), What.COMPARED);
    String wrong =
        state.equals(right) ? "" : "not what the channel has\n" + state.difference(right);
    if (wrong.isEmpty()) {
      wrong = view.shown().complaint(state, view.namespaces().isEmpty());
    }
    check(wrong.isEmpty(), "wrong at " + revision + ": " + wrong, message);
  }

  /// Whether it has all there is of the view it wants.
  boolean isAtTheEnd() {
    return hasState && known == asked.size() - 1 && last().filter(state::equals).isPresent();
  }

  private Optional<FoldedItems> last() {
    return truth.last(epoch).map(all -> all.only(wanted()::shows));
  }

  /// What it lacks, for the reader.
  String lag() {
    if (!hasState) {
      return toString();
    }
    return this
        + last().map(right -> "\n" + state.difference(right)).orElse("")
        + "\n"
        + truth.lag(epoch);
  }

  /// Compares with what somebody has who asked for the same now.
  void compare(FoldedItems fresh, JsonNode message) {
    check(state.equals(fresh), "a fresh snapshot differs: " + state.difference(fresh), message);
  }

  private void check(boolean holds, String what, JsonNode message) {
    if (!holds) {
      String text = message.toString();
      throw new AssertionError(
          what + "\nafter " + text.substring(0, Math.min(MOST_TEXT, text.length())) + "\n" + this);
    }
  }

  @Override
  public String toString() {
    return id
        + (hasState ? " at " + epoch + " " + revision : " without state")
        + (paused ? ", paused" : "")
        + (sequence.isEmpty() ? "" : ", within " + sequence + " " + number)
        + ", view "
        + known
        + " of "
        + (asked.size() - 1)
        + " "
        + asked;
  }
}
