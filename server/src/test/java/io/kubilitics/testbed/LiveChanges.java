package io.kubilitics.testbed;

import static io.kubilitics.testbed.Measured.figure;

import io.kubilitics.testbed.kube.ControlPlane;
import io.kubilitics.testbed.kube.StoredShop;
import io.kubilitics.topology.TopologyDelta;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Changes that come at an even pace, and how long each takes from being sent to an API server until
/// somebody has seen it: Pods whose state changes, that are created and deleted. Each Pod is changed
/// once, so that no change can be taken for another.
final class LiveChanges {
  private static final int PER_SECOND = 20;
  private static final int SECONDS = 60;
  private static final int CHANGES = PER_SECOND * SECONDS;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ControlPlane plane;
  private final int size;
  private final int first;

  /// When the change of an object was sent, in nanoseconds.
  private final Map<String, Long> sent = new ConcurrentHashMap<>();

  private final Map<String, Double> seen = new ConcurrentHashMap<>();
  private final AtomicInteger failed = new AtomicInteger();

  /// @param size of the cluster
  /// @param first another small number for each round on the same cluster, from 0
  LiveChanges(ControlPlane plane, int size, int first) {
    this.plane = plane;
    this.size = size;
    this.first = first;
  }

  /// Makes them all and waits until all are seen.
  void make() throws InterruptedException {
    long begin = System.nanoTime();
    try (ExecutorService crew = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int change = 0; change < CHANGES; change++) {
        int number = change;
        long due = begin + change * (1_000_000_000L / PER_SECOND);
        Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
        crew.execute(() -> change(number));
      }
    }
    long limit = System.nanoTime() + PATIENCE.toNanos();
    while (seen.size() < sent.size() && System.nanoTime() < limit) {
      Thread.sleep(Duration.ofMillis(20));
    }
  }

  /// @param name of what the changes have reached
  void report(String name) {
    double[] millis = seen.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
    String rest =
        String.format(
            Locale.ROOT,
            "%d changes, %d never seen, %d refused, up to %.0f",
            sent.size(),
            sent.size() - seen.size(),
            failed.get(),
            at(millis, 1));
    figure("live-change-to-" + name + "-p50-" + size, at(millis, 0.5), "ms", 0, rest);
    figure("live-change-to-" + name + "-p95-" + size, at(millis, 0.95), "ms", 250, rest);
  }

  private static double at(double[] sorted, double share) {
    return sorted.length == 0
        ? Double.MAX_VALUE
        : sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
  }

  /// Three in five change a state, one in five deletes, one in five creates.
  private void change(int number) {
    int pod = first + number * (StoredShop.pods(size) / CHANGES);
    String namespace = StoredShop.podNamespace(pod);
    String name = number % 5 == 4 ? "fresh-" + first + "-" + number : StoredShop.podName(pod);
    sent.put("Pod/" + namespace + "/" + name, System.nanoTime());
    try {
      switch (number % 5) {
        case 3 -> plane.admin().remove(StoredShop.path(pod));
        case 4 ->
            plane
                .admin()
                .post(
                    "/api/v1/namespaces/" + namespace + "/pods",
                    """
                    {"apiVersion":"v1","kind":"Pod","metadata":{"name":"%s","labels":{"app":"app-00001"}},
                     "spec":{"containers":[{"name":"main","image":"registry.example.com/fresh:1"}]}}"""
                        .formatted(name));
        default ->
            plane
                .admin()
                .patch(
                    StoredShop.path(pod) + "/status",
                    """
                    {"status":{"conditions":[{"type":"Ready","status":"False","reason":"ContainersNotReady"}]}}""");
      }
    } catch (IOException _) {
      failed.incrementAndGet();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// A revision of the map has come.
  void revised(TopologyDelta delta) {
    long now = System.nanoTime();
    delta.nodesPut().forEach(node -> see(node.id().toString(), now));
    delta.nodesGone().forEach(id -> see(id.toString(), now));
  }

  /// Somebody has heard of an object.
  ///
  /// @param id as text
  void see(String id, long now) {
    Long begin = sent.get(id);
    if (begin != null) {
      seen.putIfAbsent(id, (now - begin) / 1e6);
    }
  }
}
