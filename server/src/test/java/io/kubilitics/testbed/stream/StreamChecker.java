package io.kubilitics.testbed.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.testbed.StreamClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/// The life of a client that believes nothing: on one connection it looks at several things at
/// once, looks elsewhere, pauses, reads slowly, is cut off and comes back, in time or too late, at
/// random; what it hears, each [Looking] checks. One thread at a time.
public final class StreamChecker implements AutoCloseable {
  /// What clients talk to.
  ///
  /// @param linger how long a channel is kept that nobody looks at
  public record Server(HttpClient http, int port, String token, String cluster, Duration linger) {}

  /// What they may look at.
  ///
  /// @param glances for each thing that can be shown some views of it
  /// @param namespaces what may be in view
  public record Sights(List<List<Glance>> glances, List<String> namespaces) {}

  private static final Duration MOMENT = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration SILENCE = Duration.ofSeconds(5);
  private static final int MOST_SUBSCRIPTIONS = 6;
  private static final int MOST_RETURNS = 5;

  private final Server server;
  private final Sights sights;
  private final Truth truth;
  private final Seen seen;
  private final RandomGenerator random;
  private final SortedMap<String, Looking> lookings = new TreeMap<>();
  private StreamClient client;
  private int named;

  /// @param seen is told of everything, by several clients
  /// @throws IOException when there is no server for a long time
  public StreamChecker(Server server, Sights sights, Truth truth, Seen seen, RandomGenerator random)
      throws IOException {
    this.server = server;
    this.sights = sights;
    this.truth = truth;
    this.seen = seen;
    this.random = random;
    this.client = connect();
  }

  private StreamClient connect() throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return greeted();
      } catch (IOException e) {
        if (System.nanoTime() - end > 0) {
          throw e;
        }
        LockSupport.parkNanos(MOMENT.toNanos());
      }
    }
  }

  private StreamClient greeted() throws IOException {
    StreamClient fresh = StreamClient.greet(server.http(), server.port(), server.token());
    try {
      fresh.next("welcome");
      return fresh;
    } catch (IOException e) {
      fresh.close();
      throw e;
    }
  }

  /// Does one thing at random, or hears what there is.
  public void step() throws IOException {
    try {
      resume(false);
      switch (random.nextInt(80)) {
        case 0, 1 -> subscribe();
        case 2 -> unsubscribe();
        case 3, 4, 5 -> look(wanted -> wanted.in(someNamespaces()));
        case 6 -> look(this::otherWords);
        case 7 -> look(_ -> glance());
        case 8, 9 -> pause(Duration.ofMillis(random.nextInt(300)));
        case 10 -> pauseForLong();
        case 11 -> LockSupport.parkNanos(Duration.ofMillis(random.nextInt(300)).toNanos());
        case 12 -> cut();
        default -> hear(client.next(MOMENT));
      }
    } catch (StreamClient.NothingCame _) {
      // There is a next step.
    } catch (IOException _) {
      comeBack();
    }
  }

  private Glance glance() {
    return oneOf(oneOf(sights.glances())).in(someNamespaces());
  }

  private Glance otherWords(Glance wanted) {
    for (List<Glance> ofOne : sights.glances()) {
      if (ofOne.getFirst().shown().show().equals(wanted.shown().show())) {
        return oneOf(ofOne).in(someNamespaces());
      }
    }
    return wanted;
  }

  private <T> T oneOf(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private SortedSet<String> someNamespaces() {
    SortedSet<String> some = new TreeSet<>();
    int count = random.nextInt(sights.namespaces().size());
    for (int each = 0; each < count; each++) {
      some.add(oneOf(sights.namespaces()));
    }
    return some;
  }

  private Looking any() {
    return oneOf(List.copyOf(lookings.values()));
  }

  private void subscribe() {
    if (lookings.size() < MOST_SUBSCRIPTIONS) {
      String id = "s" + named++;
      Looking looking = new Looking(id, server.cluster(), glance(), truth, seen);
      lookings.put(id, looking);
      client.say(looking.subscribe());
    }
  }

  private void unsubscribe() {
    if (lookings.size() > 1) {
      Looking looking = any();
      lookings.values().remove(looking);
      client.say(looking.unsubscribe());
    }
  }

  /// What to look at instead.
  private interface Turn {
    Glance from(Glance wanted);
  }

  private void look(Turn turn) {
    if (!lookings.isEmpty()) {
      Looking looking = any();
      client.say(looking.update(turn.from(looking.wanted())));
    }
  }

  private void pause(Duration time) {
    if (!lookings.isEmpty()) {
      client.say(any().pause(System.nanoTime() + time.toNanos()));
    }
  }

  private void pauseForLong() {
    if (random.nextInt(6) == 0) {
      pause(upTo(server.linger().multipliedBy(3)));
    }
  }

  private Duration upTo(Duration most) {
    return Duration.ofNanos(random.nextLong(most.toNanos()));
  }

  private void resume(boolean all) {
    long now = System.nanoTime();
    for (Looking looking : lookings.values()) {
      if (looking.isDue(now) || (all && looking.isPaused())) {
        client.say(looking.resume());
      }
    }
  }

  /// Goes, and stays away for as long as a channel is kept, more or less.
  private void cut() throws IOException {
    if (random.nextInt(5) == 0) {
      client.close();
      boolean forLong = random.nextInt(6) == 0;
      LockSupport.parkNanos(
          upTo(forLong ? server.linger().multipliedBy(2) : MOMENT.multipliedBy(5)).toNanos());
      throw new IOException("cut on purpose");
    }
  }

  private void comeBack() throws IOException {
    seen.cut();
    client.close();
    client = connect();
    lookings.values().forEach(looking -> client.say(looking.subscribe()));
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
      default -> throw new AssertionError("a message that must not come: " + message);
    }
  }

  /// Waits until every subscription has all there is, nothing being changed any more, and compares
  /// it with what a new client gets.
  public void settle() throws IOException {
    for (int returns = 0; !isSettled(returns); returns++) {
      comeBack();
    }
  }

  /// Whether all is well; otherwise the connection is not what it seems to be.
  private boolean isSettled(int returns) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        resume(true);
        hearUntilTheEnd(end);
        compareWithFresh();
        return true;
      } catch (StreamClient.NothingCame _) {
        // Java's client may not notice that it was cut off.
        if (returns < MOST_RETURNS && !isAnswered()) {
          return false;
        }
      } catch (IOException e) {
        if (returns == MOST_RETURNS) {
          throw new AssertionError("no connection lasts: " + lookings.values(), e);
        }
        return false;
      }
    }
  }

  private boolean isAnswered() {
    try {
      return client.isAnswered();
    } catch (IOException _) {
      return false;
    }
  }

  private void hearUntilTheEnd(long end) throws IOException {
    for (Looking looking : lookings.values()) {
      while (!looking.isAtTheEnd()) {
        if (System.nanoTime() - end > 0) {
          throw new AssertionError("never came to the end: " + looking.lag());
        }
        hear(client.next(SILENCE));
      }
    }
  }

  private void compareWithFresh() throws IOException {
    try (StreamClient fresh = greeted()) {
      for (Looking looking : lookings.values()) {
        fresh.say(looking.subscribeAnew());
        FoldedItems state = new FoldedItems(looking.wanted().shown().wording());
        JsonNode message;
        do {
          message = fresh.next("snapshot");
          for (JsonNode each : message.path("parts")) {
            state.apply(
                each.path("topic").asText(), each.path("whole").asBoolean(), each.path("content"));
          }
        } while (!message.path("last").asBoolean());
        fresh.say(looking.unsubscribe());
        looking.compare(state, message.path("revision"));
      }
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
