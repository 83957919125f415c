package io.kubilitics.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.topology.TopologyQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/// A client that believes nothing: it applies what the stream sends and compares the result with an
/// independent oracle after every message that completes something, while it looks elsewhere,
/// pauses, reads slowly, is cut off and comes back, at random. One thread at a time.
///
/// Checked are: the types and the form of the messages, their order, that nothing is left out
/// between two deltas, that nothing of a sequence is believed before its end, that what is out of
/// view is not sent, and that the topology is the right one, item by item.
public final class StreamChecker implements AutoCloseable {
  /// The right state.
  @FunctionalInterface
  public interface Oracle {
    /// What a part of the topology is at a revision.
    FoldedTopology at(long revision, TopologyQuery part);
  }

  /// What can be asked for: a part of the topology in words and as the oracle knows it.
  ///
  /// @param words fields of a view, as JSON, each with a comma before it
  public record Part(String words, TopologyQuery query) {}

  /// What was seen.
  public static final class Seen {
    public long snapshots;
    public long deltas;
    public long bookmarks;
    public long resumed;
    public long cuts;
    public long updates;
    public long compared;

    public void add(Seen other) {
      snapshots += other.snapshots;
      deltas += other.deltas;
      bookmarks += other.bookmarks;
      resumed += other.resumed;
      cuts += other.cuts;
      updates += other.updates;
      compared += other.compared;
    }

    @Override
    public String toString() {
      return "%d snapshots, %d deltas, %d bookmarks, %d resumed, %d cuts, %d updates, %d compared"
          .formatted(snapshots, deltas, bookmarks, resumed, cuts, updates, compared);
    }
  }

  private static final Duration MOMENT = Duration.ofMillis(20);
  private static final int MOST_SUBSCRIPTIONS = 4;

  private final HttpClient http;
  private final int port;
  private final String token;
  private final String cluster;
  private final List<Part> parts;
  private final List<String> namespaces;
  private final Oracle oracle;
  private final RandomGenerator random;
  private final SortedMap<String, Looking> lookings = new TreeMap<>();
  private final Seen seen = new Seen();
  private StreamClient client;
  private int named;

  /// A view that was asked for.
  private record Asked(Part part, SortedSet<String> namespaces) {
    String text() {
      StringBuilder names = new StringBuilder();
      for (String name : namespaces) {
        names.append(names.isEmpty() ? "\"" : ",\"").append(name).append('"');
      }
      return "{\"show\":\"topology\",\"namespaces\":[" + names + "]" + part.words() + "}";
    }

    boolean shows(String topic) {
      return namespaces.isEmpty() || namespaces.contains(topic);
    }
  }

  /// One subscription, as the client sees it.
  private final class Looking {
    private final String id;

    /// The views it was given, the first one and then by updates.
    private final List<Asked> asked = new ArrayList<>();

    /// Which of them the state is of.
    private int known;

    private boolean hasState;
    private FoldedTopology state = new FoldedTopology();
    private long revision = -1;
    private String epoch = "";
    private boolean paused;
    private boolean resuming;

    // of the sequence that is coming in
    private FoldedTopology coming = state;
    private int number;
    private String sequence = "";

    private Looking(String id, Asked first) {
      this.id = id;
      asked.add(first);
    }

    private Asked wanted() {
      return asked.getLast();
    }

    /// Begins anew on another connection, with what it has.
    private void comeBack() {
      Asked again = hasState ? asked.get(known) : wanted();
      asked.clear();
      asked.add(again);
      known = 0;
      subscribe();
    }

    private void subscribe() {
      String point =
          hasState
              ? ",\"resume\":{\"streamEpoch\":\"" + epoch + "\",\"revision\":" + revision + "}"
              : "";
      resuming = hasState;
      paused = false;
      number = 0;
      sequence = "";
      client.say(
          "{\"type\":\"subscribe\",\"id\":\""
              + id
              + "\",\"cluster\":\""
              + cluster
              + "\",\"view\":"
              + wanted().text()
              + point
              + "}");
    }

    private void hear(JsonNode message, String type) {
      boolean snapshot = type.equals("snapshot");
      String name = type + message.path(snapshot ? "revision" : "to").asLong();
      if (message.path("number").asInt(-1) == 0) {
        // What was not complete is forgotten.
        sequence = name;
        number = 0;
        coming = snapshot ? new FoldedTopology() : state.copy();
        check(snapshot || hasState, "a delta before any snapshot", message);
        check(
            snapshot || message.path("from").asLong() == revision,
            "a delta from another revision than " + revision,
            message);
      }
      check(sequence.equals(name), "a message of no sequence", message);
      check(message.path("number").asInt(-1) == number, "a number left out", message);
      number++;
      message.path("drop").forEach(topic -> coming.drop(topic.asText()));
      int updates = message.path("updates").asInt(-1);
      check(updates >= known && updates < asked.size(), "updates nobody sent", message);
      Asked view = asked.get(updates);
      check(
          snapshot || view.part().equals(asked.get(known).part()),
          "a delta between two parts",
          message);
      for (JsonNode each : message.path("parts")) {
        String topic = each.path("topic").asText();
        check(view.shows(topic), "a topic that is not in view", message);
        coming.apply(topic, each.path("whole").asBoolean(), each.path("content"));
      }
      if (message.path("last").asBoolean()) {
        complete(message, snapshot, updates);
      }
    }

    private void complete(JsonNode message, boolean snapshot, int updates) {
      sequence = "";
      state = coming;
      if (snapshot) {
        seen.snapshots++;
        epoch = message.path("streamEpoch").asText();
      } else {
        seen.deltas++;
        seen.resumed += resuming ? 1 : 0;
        check(message.path("to").asLong() >= revision, "a step back", message);
      }
      resuming = false;
      revision = message.path(snapshot ? "revision" : "to").asLong();
      hasState = true;
      known = updates;
      compare(message);
    }

    private void compare(JsonNode message) {
      Asked view = asked.get(known);
      FoldedTopology right = oracle.at(revision, view.part().query()).only(view.namespaces());
      seen.compared++;
      if (!state.hashes().equals(right.hashes()) || !state.equals(right)) {
        String difference = state.difference(right);
        throw new AssertionError(
            "subscription "
                + id
                + " "
                + view.text()
                + " is wrong at "
                + revision
                + "\n"
                + difference.substring(0, Math.min(2_000, difference.length()))
                + "\nafter "
                + message);
      }
    }

    /// Whether it has the last revision, of the view it wants.
    private boolean isAt(long last) {
      return hasState && revision >= last && known == asked.size() - 1;
    }

    @Override
    public String toString() {
      return id
          + (hasState ? " at " + revision : " without state")
          + (paused ? ", paused" : "")
          + (sequence.isEmpty() ? "" : ", within " + sequence + " " + number)
          + ", view "
          + known
          + " of "
          + (asked.size() - 1)
          + " "
          + asked;
    }

    private void bookmark(JsonNode message) {
      seen.bookmarks++;
      if (!message.has("revision")) {
        return;
      }
      check(hasState, "a bookmark before any snapshot", message);
      check(sequence.isEmpty(), "a bookmark within a sequence", message);
      check(message.path("revision").asLong() >= revision, "a bookmark of the past", message);
      check(message.path("streamEpoch").asText().equals(epoch), "another epoch", message);
      revision = message.path("revision").asLong();
      compare(message);
    }
  }

  private static void check(boolean holds, String what, JsonNode message) {
    if (!holds) {
      String text = message.toString();
      throw new AssertionError(what + ": " + text.substring(0, Math.min(2_000, text.length())));
    }
  }

  /// @param parts what may be asked for
  /// @param namespaces what may be in view
  public StreamChecker(
      HttpClient http,
      int port,
      String token,
      String cluster,
      List<Part> parts,
      List<String> namespaces,
      Oracle oracle,
      RandomGenerator random)
      throws IOException {
    this.http = http;
    this.port = port;
    this.token = token;
    this.cluster = cluster;
    this.parts = parts;
    this.namespaces = namespaces;
    this.oracle = oracle;
    this.random = random;
    this.client = connect();
  }

  private StreamClient connect() throws IOException {
    while (true) {
      try {
        StreamClient fresh = StreamClient.greet(http, port, token);
        fresh.next("welcome");
        return fresh;
      } catch (IOException e) {
        seen.cuts++;
        if (seen.cuts > 100_000) {
          throw e;
        }
      }
    }
  }

  public Seen seen() {
    return seen;
  }

  /// Does one thing at random, or hears what there is.
  public void step() {
    try {
      switch (random.nextInt(60)) {
        case 0 -> subscribe();
        case 1 -> unsubscribe();
        case 2, 3 -> updateNamespaces();
        case 4 -> updatePart();
        case 5 -> pause();
        case 6, 7, 8 -> resumeAll();
        case 9 -> dawdle();
        case 10 -> cut();
        default -> hear(MOMENT);
      }
    } catch (IOException e) {
      comeBack();
    }
  }

  private Part part() {
    return parts.get(random.nextInt(parts.size()));
  }

  private SortedSet<String> someNamespaces() {
    SortedSet<String> some = new TreeSet<>();
    int count = random.nextInt(namespaces.size());
    for (int each = 0; each < count; each++) {
      some.add(namespaces.get(random.nextInt(namespaces.size())));
    }
    return some;
  }

  private Looking any() {
    return lookings.values().stream()
        .skip(random.nextInt(lookings.size()))
        .findFirst()
        .orElseThrow();
  }

  private void subscribe() {
    if (lookings.size() < MOST_SUBSCRIPTIONS) {
      Looking looking = new Looking("s" + named++, new Asked(part(), someNamespaces()));
      lookings.put(looking.id, looking);
      looking.subscribe();
    }
  }

  private void unsubscribe() {
    if (lookings.size() > 1) {
      Looking looking = any();
      lookings.remove(looking.id);
      client.say("{\"type\":\"unsubscribe\",\"id\":\"" + looking.id + "\"}");
    }
  }

  private void updateNamespaces() {
    if (!lookings.isEmpty()) {
      Looking looking = any();
      update(looking, new Asked(looking.wanted().part(), someNamespaces()));
    }
  }

  private void updatePart() {
    if (!lookings.isEmpty()) {
      update(any(), new Asked(part(), someNamespaces()));
    }
  }

  private void update(Looking looking, Asked view) {
    seen.updates++;
    looking.asked.add(view);
    client.say("{\"type\":\"update\",\"id\":\"" + looking.id + "\",\"view\":" + view.text() + "}");
  }

  private void pause() {
    if (!lookings.isEmpty()) {
      Looking looking = any();
      looking.paused = true;
      client.say("{\"type\":\"pause\",\"id\":\"" + looking.id + "\"}");
    }
  }

  private void resumeAll() {
    for (Looking looking : lookings.values()) {
      if (looking.paused) {
        looking.paused = false;
        client.say("{\"type\":\"resume\",\"id\":\"" + looking.id + "\"}");
      }
    }
  }

  /// Takes nothing in for a while.
  private void dawdle() {
    LockSupport.parkNanos(Duration.ofMillis(random.nextInt(300)).toNanos());
  }

  private void cut() throws IOException {
    if (random.nextInt(4) == 0) {
      client.close();
      throw new IOException("cut on purpose");
    }
  }

  private void comeBack() {
    seen.cuts++;
    client.close();
    try {
      client = connect();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lookings.values().forEach(Looking::comeBack);
  }

  private void hear(Duration patience) throws IOException {
    JsonNode message;
    try {
      message = client.next(patience);
    } catch (StreamClient.NothingCame _) {
      return;
    }
    hear(message);
  }

  private void hear(JsonNode message) {
    String type = message.path("type").asText();
    Looking looking = lookings.get(message.path("id").asText());
    switch (type) {
      case "snapshot", "delta" -> {
        if (looking != null) {
          looking.hear(message, type);
        }
      }
      case "bookmark" -> {
        if (looking != null) {
          looking.bookmark(message);
        }
      }
      default -> check(false, "a message that must not come", message);
    }
  }

  /// Waits until every subscription has a revision, nothing being changed any more, and compares it
  /// with what a new client gets.
  public void settle(long last) throws IOException {
    while (true) {
      try {
        resumeAll();
        while (lookings.values().stream().anyMatch(looking -> !looking.isAt(last))) {
          hear(client.next());
        }
        compareWithFresh();
        return;
      } catch (StreamClient.NothingCame e) {
        if (client.isAnswered()) {
          throw new AssertionError("silence before revision " + last + ": " + lookings.values(), e);
        }
        comeBack();
      } catch (IOException _) {
        comeBack();
      }
    }
  }

  private void compareWithFresh() throws IOException {
    try (StreamClient fresh = StreamClient.greet(http, port, token)) {
      fresh.next("welcome");
      for (Looking looking : lookings.values()) {
        fresh.say(
            "{\"type\":\"subscribe\",\"id\":\""
                + looking.id
                + "\",\"cluster\":\""
                + cluster
                + "\",\"view\":"
                + looking.wanted().text()
                + "}");
        FoldedTopology state = new FoldedTopology();
        JsonNode message;
        do {
          message = fresh.next("snapshot");
          for (JsonNode each : message.path("parts")) {
            state.apply(
                each.path("topic").asText(), each.path("whole").asBoolean(), each.path("content"));
          }
        } while (!message.path("last").asBoolean());
        fresh.say("{\"type\":\"unsubscribe\",\"id\":\"" + looking.id + "\"}");
        check(
            looking.state.hashes().equals(state.hashes()) && looking.state.equals(state),
            "a fresh snapshot differs: " + looking.state.difference(state),
            message.path("revision"));
      }
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
