package io.kubilitics.testbed;

import static io.kubilitics.testbed.Measured.figure;

import io.kubilitics.model.Kind;
import io.kubilitics.model.ResourceId;
import io.kubilitics.session.Session;
import io.kubilitics.testbed.kube.ControlPlane;
import io.kubilitics.testbed.kube.StoredShop;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyDelta;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// How long it takes from sending a change to an API server until a revision of the map has it,
/// while changes come at an even pace: Pods whose state changes, that are created and deleted. Each
/// Pod is changed once, so that no change can be taken for another.
final class Freshness {
  private static final int CHANGES_PER_SECOND = 20;
  private static final int SECONDS = 60;
  private static final int CHANGES = CHANGES_PER_SECOND * SECONDS;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Kind POD = Kind.core("Pod");

  private final ControlPlane plane;
  private final Session session;
  private final int size;

  /// When the change of an object was sent, in nanoseconds.
  private final Map<ResourceId, Long> sent = new ConcurrentHashMap<>();

  private final Map<ResourceId, Double> seen = new ConcurrentHashMap<>();
  private final AtomicInteger failed = new AtomicInteger();

  Freshness(ControlPlane plane, Session session, int size) {
    this.plane = plane;
    this.session = session;
    this.size = size;
  }

  void measure() throws InterruptedException {
    session.follow(this::revised);
    long begin = System.nanoTime();
    try (ExecutorService crew = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int change = 0; change < CHANGES; change++) {
        int number = change;
        long due = begin + change * (1_000_000_000L / CHANGES_PER_SECOND);
        Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
        crew.execute(() -> change(number));
      }
    }
    long limit = System.nanoTime() + PATIENCE.toNanos();
    while (seen.size() < sent.size() && System.nanoTime() < limit) {
      Thread.sleep(Duration.ofMillis(20));
    }
    report();
  }

  private void report() {
    double[] millis = seen.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
    String rest =
        String.format(
            Locale.ROOT,
            "%d changes, %d never seen, %d refused, up to %.0f",
            sent.size(),
            sent.size() - seen.size(),
            failed.get(),
            Arrays.stream(millis).max().orElse(0));
    figure("live-change-to-revision-p50-" + size, at(millis, 0.5), "ms", 0, rest);
    figure("live-change-to-revision-p95-" + size, at(millis, 0.95), "ms", 250, rest);
  }

  private static double at(double[] sorted, double share) {
    return sorted.length == 0
        ? Double.POSITIVE_INFINITY
        : sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
  }

  /// Three in five change a state, one in five deletes, one in five creates.
  private void change(int number) {
    int pod = number * (StoredShop.pods(size) / CHANGES);
    String namespace = StoredShop.podNamespace(pod);
    String name = number % 5 == 4 ? "fresh-" + number : StoredShop.podName(pod);
    sent.put(new ResourceId(POD, namespace, name), System.nanoTime());
    try {
      switch (number % 5) {
        case 3 -> plane.admin().remove(StoredShop.path(pod));
        case 4 ->
            plane.admin()
                .post(
                    "/api/v1/namespaces/" + namespace + "/pods",
                    """
                    {"apiVersion":"v1","kind":"Pod","metadata":{"name":"%s","labels":{"app":"app-00001"}},
                     "spec":{"containers":[{"name":"main","image":"registry.example.com/fresh:1"}]}}"""
                        .formatted(name));
        default ->
            plane.admin()
                .patch(
                    StoredShop.path(pod) + "/status",
                    """
                    {"status":{"conditions":[{"type":"Ready","status":"False","reason":"ContainersNotReady"}]}}""");
      }
    } catch (IOException e) {
      failed.incrementAndGet();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void revised(Topology current, TopologyDelta delta) {
    long now = System.nanoTime();
    delta.nodesPut().forEach(node -> noteSeen(node.id(), now));
    delta.nodesGone().forEach(id -> noteSeen(id, now));
  }

  private void noteSeen(ResourceId id, long now) {
    Long begin = sent.get(id);
    if (begin != null) {
      seen.putIfAbsent(id, (now - begin) / 1e6);
    }
  }
}
