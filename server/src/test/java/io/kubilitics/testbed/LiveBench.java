package io.kubilitics.testbed;

import static io.kubilitics.testbed.Measured.figure;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.extension.Bundled;
import io.kubilitics.model.ClusterId;
import io.kubilitics.session.Session;
import io.kubilitics.source.cluster.LiveSource;
import io.kubilitics.testbed.kube.AuditLog;
import io.kubilitics.testbed.kube.ControlPlane;
import io.kubilitics.testbed.kube.KubeUser;
import io.kubilitics.testbed.kube.Programs;
import io.kubilitics.testbed.kube.StoredShop;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Measures a live cluster, which is a real kube-apiserver on the same machine: how long the first
/// map takes, how fresh it stays, what is asked of the API server and how much memory it needs.
/// Prints one JSON line for each figure as [EngineBench] does. Started in the server's folder, by
/// hand on a quiet machine, through `jlink/bench --live`; the first time needs Go.
public final class LiveBench {
  private static final int ROUNDS = 3;
  private static final Duration SETTLED = Duration.ofSeconds(10);
  private static final Duration QUIET = Duration.ofSeconds(60);

  private static final Pattern POD = Pattern.compile("Pod/[a-z0-9-]+/[a-z0-9-]+");

  /// A target of less than one.
  private static final double NONE = 0.5;

  private final int size;
  private final ControlPlane plane;

  private LiveBench(int size, ControlPlane plane) {
    this.size = size;
    this.plane = plane;
  }

  /// Measures.
  ///
  /// @param arguments the sizes to measure; 10,000 and 50,000 unless given
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path programs = Programs.ofProject().built();
    List<Integer> sizes =
        arguments.length == 0 ? List.of(10_000, 50_000) : Measured.sizes(arguments);
    for (int size : sizes) {
      Path folder = Files.createTempDirectory("kubilitics-live-bench");
      try (ControlPlane plane = ControlPlane.start(programs, folder)) {
        new LiveBench(size, plane).measure();
      } finally {
        Programs.delete(folder);
      }
    }
  }

  private void measure() throws IOException, InterruptedException {
    fill();
    double[] usable = new double[ROUNDS];
    double[] complete = new double[ROUNDS];
    for (int round = 0; round < ROUNDS - 1; round++) {
      try (Session session = connect(round, usable, complete)) {
        session.awaitReady();
      }
    }
    try (Session session = connect(ROUNDS - 1, usable, complete)) {
      connected("usable", usable, 0);
      connected("complete", complete, size > 10_000 ? 0 : 5);
      quiet(session);
      figure("live-heap-" + size, Measured.usedHeap() / 1e6, "MB", 0, "");
      LiveChanges changes = new LiveChanges(plane, size, 0);
      session.follow((_, delta) -> changes.revised(delta));
      changes.make();
      changes.report("revision");
    }
    served();
  }

  /// The whole product beside us, with one viewer of the whole topology.
  private void served() throws IOException, InterruptedException {
    String how = LiveProcess.isLinked() ? "linked image" : "class path";
    long begin = System.nanoTime();
    try (LiveProcess process =
            LiveProcess.start(plane.kubeconfig(KubeUser.READER), KubeUser.READER.user());
        HttpClient http = HttpClient.newHttpClient()) {
      process.awaitReady(http);
      figure("live-exec-to-complete-" + size, (System.nanoTime() - begin) / 1e9, "s", 0, how);
      memory("live-memory", process, how);
      LiveChanges changes = new LiveChanges(plane, size, 1);
      try (StreamClient viewer = StreamClient.greet(http, process.port(), "")) {
        viewer.say(
            "{\"type\":\"subscribe\",\"id\":\"a\",\"cluster\":\"%s\",\"view\":{\"show\":\"topology\"}}"
                .formatted(KubeUser.READER.user()));
        long asked = System.nanoTime();
        while (!viewer.next("snapshot").path("last").asBoolean()) {
          // The next part comes.
        }
        figure("live-snapshot-to-viewer-" + size, (System.nanoTime() - asked) / 1e9, "s", 0, how);
        Thread.ofVirtual().name("viewer").start(() -> read(viewer, changes));
        changes.make();
        changes.report("frame");
        memory("live-memory-with-a-viewer", process, how);
      }
    }
  }

  private void memory(String name, LiveProcess process, String how) throws IOException {
    double target = size > 10_000 ? 0 : 150;
    process.memory().ifPresent(mib -> figure(name + "-" + size, mib, "MiB", target, how));
  }

  private static void read(StreamClient viewer, LiveChanges changes) {
    try {
      while (true) {
        String message = viewer.next().toString();
        long now = System.nanoTime();
        Matcher pods = POD.matcher(message);
        while (pods.find()) {
          changes.see(pods.group(), now);
        }
      }
    } catch (IOException _) {
      // Closed by us.
    }
  }

  private void fill() throws IOException, InterruptedException {
    long before = System.nanoTime();
    plane.etcd().store(StoredShop.of(size));
    String last = StoredShop.path(StoredShop.pods(size) - 1);
    while (plane.admin().ask(last).status() != 200) {
      Thread.sleep(Duration.ofMillis(100));
    }
    System.err.printf(
        Locale.ROOT, "%d objects stored in %.1f s%n", size, (System.nanoTime() - before) / 1e9);
  }

  private Session connect(int round, double[] usable, double[] complete)
      throws IOException, InterruptedException {
    Path kubeconfig = plane.kubeconfig(KubeUser.READER);
    long begin = System.nanoTime();
    Catalogue catalogue = Bundled.catalogue().forCluster();
    Session session =
        Session.open(
            new ClusterId("live"),
            "the bench's cluster",
            LiveSource.usual(kubeconfig, catalogue),
            catalogue,
            Clock.systemUTC());
    while (!session.isUsable()) {
      Thread.sleep(Duration.ofMillis(5));
    }
    usable[round] = (System.nanoTime() - begin) / 1e9;
    session.awaitReady();
    complete[round] = (System.nanoTime() - begin) / 1e9;
    return session;
  }

  private void connected(String name, double[] seconds, double target) {
    String first =
        String.format(Locale.ROOT, "%s, first %.2f", Measured.spread(seconds), seconds[0]);
    figure("live-connect-to-" + name + "-" + size, Measured.median(seconds), "s", target, first);
  }

  /// A cluster in which nothing happens is not asked for lists.
  private void quiet(Session session) throws IOException, InterruptedException {
    Thread.sleep(SETTLED);
    int before = plane.requests().count();
    long revision = session.topology().revision();
    Thread.sleep(QUIET);
    List<AuditLog.Request> requests = plane.requests().since(before, KubeUser.READER);
    long lists = requests.stream().filter(AuditLog.Request::isList).count();
    figure(
        "live-lists-in-a-quiet-minute-" + size,
        (double) lists,
        "",
        NONE,
        requests.size() + " requests of any kind");
    figure(
        "live-revisions-in-a-quiet-minute-" + size,
        (double) (session.topology().revision() - revision),
        "",
        0,
        "");
  }
}
