package io.kubilitics.testbed;

import static io.kubilitics.testbed.Measured.figure;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.extension.Bundled;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.session.Session;
import io.kubilitics.source.cluster.LiveSource;
import io.kubilitics.topology.TopologyDelta;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// 5,000 Kubernetes events a second, evenly, from a [FakeApiServer] to a session that follows it
/// over TLS and HTTP/2, and beside them ten Pods a second that change. As in a cluster that is ill
/// there are ever the same 20,000 events, each told of again and again. One thread.
///
/// By hand, for a minute: it prints a JSON line for each figure. The server is in the same process.
public final class EventFlood implements AutoCloseable {
  static final int PER_SECOND = 5_000;

  private static final int EVENTS = 20_000;
  private static final int PODS = 1_000;
  private static final int TICKS_PER_SECOND = 100;
  private static final int TICKS_PER_CHANGE = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final FakeApiServer server = FakeApiServer.start();
  private final Path folder;
  private final Session session;

  /// When a Pod changed and after how many milliseconds that was on the map.
  private final Map<ResourceId, Long> changed = new ConcurrentHashMap<>();

  private final Map<ResourceId, Double> seen = new ConcurrentHashMap<>();
  private long before;
  private long sent;
  private long mostBehind;

  /// What became of a flood.
  ///
  /// @param seconds that it took to send
  /// @param taken how many events came to the session
  /// @param mostBehind how many were sent and not yet taken, at most
  /// @param kept how many the session holds in the end
  /// @param changes of Pods beside
  /// @param millis until each of those that were seen was on the map, in order
  /// @param lists of events or Pods that were begun, after the first ones
  /// @param watches likewise
  record Outcome(
      long sent,
      double seconds,
      long taken,
      long mostBehind,
      int kept,
      int changes,
      java.util.List<Double> millis,
      int lists,
      int watches) {
    double millisOf(double share) {
      return millis.isEmpty()
          ? Double.MAX_VALUE
          : millis.get(Math.min(millis.size() - 1, (int) (millis.size() * share)));
    }
  }

  private EventFlood(Path folder) {
    this.folder = folder;
    for (int pod = 0; pod < PODS; pod++) {
      putPod(pod, "before");
    }
    Catalogue catalogue = Bundled.catalogue().forCluster();
    session =
        Session.open(
            new ClusterId("flood"),
            "a flood of events",
            LiveSource.usual(server.kubeconfig(folder.resolve("config")), catalogue),
            catalogue,
            Clock.systemUTC());
  }

  /// A session that has read a cluster of Pods without events.
  static EventFlood open() throws IOException, InterruptedException {
    EventFlood flood = new EventFlood(Files.createTempDirectory("kubilitics-flood"));
    flood.session.awaitReady();
    flood.session.follow((_, delta) -> flood.see(delta));
    return flood;
  }

  /// Floods it for a minute, or for as many seconds as are named.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int seconds = arguments.length == 0 ? 60 : Integer.parseInt(arguments[0]);
    try (EventFlood flood = open()) {
      double heap = Measured.usedHeap() / 1e6;
      Outcome outcome = flood.run(Duration.ofSeconds(seconds));
      String rest =
          String.format(
              Locale.ROOT, "%d in %.1f s, %d taken", outcome.sent, outcome.seconds, outcome.taken);
      figure("flood-events-a-second", outcome.sent / outcome.seconds, "", 0, rest);
      figure("flood-most-behind", (double) outcome.mostBehind, "events", 0, "");
      figure("flood-kept", outcome.kept, "events", io.kubilitics.session.EventLog.MOST, "");
      String pods =
          String.format(
              Locale.ROOT,
              "%d changes, %d never seen, up to %.0f",
              outcome.changes,
              outcome.changes - outcome.millis.size(),
              outcome.millisOf(1));
      figure("flood-change-to-revision-p50", outcome.millisOf(0.5), "ms", 0, pods);
      figure("flood-change-to-revision-p95", outcome.millisOf(0.95), "ms", 250, pods);
      figure("flood-lists", outcome.lists, "", 0, outcome.watches + " watches");
      figure(
          "flood-heap",
          Measured.usedHeap() / 1e6,
          "MB",
          0,
          String.format(Locale.ROOT, "%.0f before, with the server's own objects", heap));
    }
  }

  /// Floods it for so long, and waits until everything has come.
  Outcome run(Duration time) throws InterruptedException {
    before = session.events().sequence();
    server.log().clear();
    long began = System.nanoTime();
    long ticks = time.toSeconds() * TICKS_PER_SECOND;
    for (long tick = 0; tick < ticks; tick++) {
      long due = began + TimeUnit.SECONDS.toNanos(tick) / TICKS_PER_SECOND;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      tick(tick);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    long end = System.nanoTime() + PATIENCE.toNanos();
    while ((taken() < sent || seen.size() < changed.size()) && System.nanoTime() < end) {
      Thread.sleep(Duration.ofMillis(10));
    }
    return outcome(seconds);
  }

  private void tick(long tick) {
    for (int each = 0; each < PER_SECOND / TICKS_PER_SECOND; each++) {
      putEvent(sent);
      sent++;
    }
    if (tick % TICKS_PER_CHANGE == 0) {
      int pod = Math.toIntExact(tick / TICKS_PER_CHANGE % PODS);
      changed.put(id(pod), System.nanoTime());
      putPod(pod, "after");
    }
    mostBehind = Math.max(mostBehind, sent - taken());
  }

  private long taken() {
    return session.events().sequence() - before;
  }

  private Outcome outcome(double seconds) {
    int lists = server.log().timesListed("events") + server.log().timesListed("pods");
    int watches =
        server.log().all(FakeVerb.WATCH, "events").size()
            + server.log().all(FakeVerb.WATCH, "pods").size();
    return new Outcome(
        sent,
        seconds,
        taken(),
        mostBehind,
        session.events().all(Viewer.EVERYTHING).size(),
        changed.size(),
        seen.values().stream().sorted().toList(),
        lists,
        watches);
  }

  private void see(TopologyDelta delta) {
    long now = System.nanoTime();
    delta
        .nodesPut()
        .forEach(node -> {
          Long from = changed.get(node.id());
          if (from != null) {
            seen.putIfAbsent(node.id(), (now - from) / 1e6);
          }
        });
  }

  private static ResourceId id(int pod) {
    return new ResourceId(Kind.core("Pod"), "shop", "pod-" + pod);
  }

  private void putPod(int pod, String step) {
    server.put(
        """
        {"apiVersion":"v1","kind":"Pod",
         "metadata":{"name":"%s","namespace":"shop","labels":{"step":"%s"}},
         "spec":{"containers":[{"name":"main","image":"i"}]}}\
        """
            .formatted(id(pod).name(), step));
  }

  private void putEvent(long number) {
    Map<String, Object> body = new TreeMap<>();
    body.put("apiVersion", "v1");
    body.put("kind", "Event");
    body.put(
        "metadata", new TreeMap<>(Map.of("name", "event-" + number % EVENTS, "namespace", "shop")));
    body.put(
        "involvedObject",
        new TreeMap<>(
            Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Pod",
                "namespace",
                "shop",
                "name",
                "pod-" + number % PODS)));
    body.put("reason", "BackOff");
    body.put("message", "Back-off restarting failed container main in pod");
    body.put("type", "Warning");
    body.put("count", 1 + number / EVENTS);
    body.put("firstTimestamp", "2026-11-20T10:00:00Z");
    body.put("lastTimestamp", "2026-11-20T10:00:00Z");
    body.put("source", new TreeMap<>(Map.of("component", "kubelet", "host", "node-1")));
    server.put(body);
  }

  @Override
  public void close() throws IOException {
    session.close();
    server.close();
    boolean _ = Files.deleteIfExists(folder.resolve("config"));
    boolean _ = Files.deleteIfExists(folder);
  }
}
