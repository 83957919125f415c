package io.kubilitics.testbed;

import com.sun.management.OperatingSystemMXBean;
import io.kubilitics.access.Credentials;
import io.kubilitics.access.LaunchToken;
import io.kubilitics.api.ApiServer;
import io.kubilitics.api.HttpSettings;
import io.kubilitics.api.Served;
import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.Change;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Labels;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.session.Fleet;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.SourceListener;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.Selector;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/// Measures the stream: 1,000 clients of one cluster of 10,000 objects, of which 100 never read,
/// and 20 changes a second that every client sees. Server and clients are in one Java machine and
/// share its processors. Prints JSON lines; arguments: sizes of the cluster.
public final class StreamBench {
  private static final int CLIENTS = 1_000;
  private static final int STALLED = 100;
  private static final int CHANGES = 600;
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int PODS = 200;
  private static final String NAMESPACE = "bench";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final int size;
  private final LaunchToken token = LaunchToken.generate();
  private final Catalogue catalogue = Catalogue.builtIn();
  private final World world = new World();
  private final long[] changedAt = new long[CHANGES];

  private StreamBench(int size) {
    this.size = size;
  }

  static void main(String[] arguments) throws Exception {
    for (int size : Measured.sizes(arguments.length == 0 ? new String[] {"10000"} : arguments)) {
      new StreamBench(size).run();
    }
  }

  /// The demo as it is in the beginning, and a namespace in which something happens.
  private final class World implements ResourceSource {
    private final AtomicReference<SourceListener> listener = new AtomicReference<>();

    @Override
    public void open(SourceListener told) {
      told.changes(Measured.demo(size, catalogue));
      List<Change> pods = new ArrayList<>();
      for (int each = 0; each < PODS; each++) {
        pods.add(pod(each, "none"));
      }
      told.changes(pods);
      listener.set(told);
    }

    @Override
    public void close() {}
  }

  private static Change pod(int number, String tick) {
    return new Change.Put(
        Resource.builder(new ResourceId(Kind.core("Pod"), NAMESPACE, "pod-" + number % PODS))
            .version("v1")
            .uid("5f4a1d0c-0000-4000-8000-" + number % PODS)
            .labels(Labels.of(BenchClients.TICK, tick))
            .health(Health.HEALTHY)
            .createdAt(Measured.AS_OF)
            .build());
  }

  private void run() throws Exception {
    Fleet fleet = new Fleet(Clock.systemUTC());
    HttpSettings settings =
        new HttpSettings(
            HttpSettings.LOOPBACK, 0, new Credentials.Token(token), List.of(), CLIENTS + 10);
    try (Served served = new Served(fleet);
        ApiServer api = ApiServer.open(settings);
        Selector selector = Selector.open()) {
      fleet.open(new ClusterId("bench"), "bench", world, catalogue).awaitReady();
      api.attach(served);
      BenchClients clients = new BenchClients(selector, api.port(), token.reveal(), CHANGES);
      Thread reader = Thread.ofPlatform().name("bench-clients").start(clients);
      long begin = System.nanoTime();
      for (int each = 0; each < CLIENTS; each++) {
        clients.connect(each % (CLIENTS / STALLED) == 0, NAMESPACE);
      }
      await(() -> clients.complete() == CLIENTS - STALLED);
      double connected = (System.nanoTime() - begin) / 1e9;
      OperatingSystemMXBean machine =
          ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
      long messages = messages(api.port());
      long readersBusy = Measured.cpuTime(reader);
      long busy = machine.getProcessCpuTime();
      long changing = System.nanoTime();
      change();
      await(() -> clients.heard(CHANGES - 1) == CLIENTS - STALLED);
      busy = machine.getProcessCpuTime() - busy;
      double share = (double) busy / (System.nanoTime() - changing);
      double cost =
          (busy - Measured.cpuTime(reader) + readersBusy)
              / 1e9
              / (messages(api.port()) - messages)
              * 100_000;
      long heap = Measured.usedHeap();
      double closed = metric(api.port(), "kubilitics_stream_stalled_total");
      clients.stop();
      reader.join();
      clients.close();
      report(clients, connected, heap, share, cost, closed);
    }
  }

  private void change() {
    long due = System.nanoTime();
    for (int tick = 0; tick < CHANGES; tick++) {
      due += PAUSE.toNanos();
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      changedAt[tick] = System.nanoTime();
      world.listener.get().changes(List.of(pod(tick, String.valueOf(tick))));
    }
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(Condition condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds() && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private void report(
      BenchClients clients, double connected, long heap, double share, double cost, double closed) {
    long[] late = clients.latencies(changedAt);
    Arrays.sort(late);
    String of =
        String.format(
            Locale.ROOT,
            "%d clients, %d never read, %d arrivals, p50 %.0f ms, max %.0f ms",
            CLIENTS,
            STALLED,
            late.length,
            at(late, 0.5),
            at(late, 1));
    Measured.figure("stream-latency-p99-" + size, at(late, 0.99), "ms", 250, of);
    double missing = (double) (CLIENTS - STALLED) * CHANGES - late.length;
    System.out.printf(
        Locale.ROOT,
        "{\"name\":\"stream-gaps-%d\",\"value\":%.0f,\"unit\":\"\",\"target\":0,\"ok\":%s,\"spread\":\"%s\"}%n",
        size,
        missing + clients.disorder(),
        missing + clients.disorder() == 0,
        "changes not heard or heard out of order");
    Measured.figure(
        "stream-heap-" + size, heap / 1e6, "MB", 1_024, "after a collection, clients included");
    Measured.figure(
        "stream-connected-" + size, connected, "s", 0, "until all healthy ones had a snapshot");
    Measured.figure(
        "stream-stalled-closed-" + size, closed, "clients", 0, "of those that never read");
    Measured.figure(
        "stream-processors-" + size, share, "", 0, "kept busy by server and clients together");
    Measured.figure(
        "stream-cost-" + size,
        cost,
        "s",
        0,
        "of a processor for 100,000 messages, clients left out");
  }

  private long messages(int port) throws IOException {
    return (long) metric(port, "kubilitics_stream_messages_total");
  }

  private double metric(int port, String name) throws IOException {
    RawRequest request =
        RawRequest.get("/metrics")
            .with("Host: 127.0.0.1:" + port)
            .with("Authorization: Bearer " + token.reveal());
    return RawAnswer.to(port, request)
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElse(-1);
  }

  private static double at(long[] sorted, double share) {
    return sorted.length == 0
        ? Double.MAX_VALUE
        : sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * share))] / 1e6;
  }
}
