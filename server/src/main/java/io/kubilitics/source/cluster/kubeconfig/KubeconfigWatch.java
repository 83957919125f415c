package io.kubilitics.source.cluster.kubeconfig;

import io.kubilitics.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the kubeconfig files from time to time and tells which contexts came, changed or went.
/// What is being written is left alone until it is finished; a file that cannot be read goes on to
/// say what it said before. Looking asks for the files' times only. One thread of its own until it
/// is closed.
public final class KubeconfigWatch implements AutoCloseable {
  /// How often to look, for a person who has just logged in somewhere.
  public static final Duration USUAL_PACE = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(KubeconfigWatch.class);

  private final KubeconfigFiles files;
  private final Listener listener;
  private final List<WatchedKubeconfig> watched = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Kubeconfig now;

  /// Told on the watch's own thread, one call at a time; must not block for long.
  @FunctionalInterface
  public interface Listener {
    void changed(KubeconfigChange change);
  }

  KubeconfigWatch(KubeconfigFiles files, Listener listener) {
    this.files = files;
    this.listener = listener;
    files.files().forEach(path -> watched.add(new WatchedKubeconfig(path)));
    if (files.named()) {
      watched.forEach(file -> Kubeconfig.check(file.path(), file.content()));
    }
    now = merged();
  }

  /// Reads the files and goes on looking at them.
  ///
  /// @param pace between two looks; a change is told after two of them
  /// @throws ProblemException when a file was named and is not there or cannot be read
  public static KubeconfigWatch start(KubeconfigFiles files, Duration pace, Listener listener) {
    KubeconfigWatch watch = new KubeconfigWatch(files, listener);
    Thread.ofVirtual().name("kubeconfig-watch").start(() -> watch.goOn(pace));
    return watch;
  }

  /// The contexts as they were told last. Any thread.
  public Kubeconfig now() {
    return now;
  }

  private void goOn(Duration pace) {
    try {
      while (!closed.await(pace.toMillis(), TimeUnit.MILLISECONDS)) {
        lookSafely();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// A listener that fails must not end the watch.
  private void lookSafely() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.error("a change of the kubeconfig was not taken in", e);
    }
  }

  void look() {
    boolean read = false;
    for (WatchedKubeconfig file : watched) {
      read |= file.look();
    }
    if (!read) {
      return;
    }
    Kubeconfig before = now;
    Kubeconfig merged = merged();
    now = merged;
    KubeconfigChange change = KubeconfigChange.between(before, merged);
    if (!change.isNothing()
        || !before.current().equals(merged.current())
        || !before.remarks().equals(merged.remarks())) {
      listener.changed(change);
    }
  }

  private Kubeconfig merged() {
    return Kubeconfig.of(
        watched.stream().map(WatchedKubeconfig::content).flatMap(Optional::stream).toList(),
        files.inCluster());
  }

  /// Ends the watch; a call that is under way may still come to its end.
  @Override
  public void close() {
    closed.countDown();
  }
}
