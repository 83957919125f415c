package io.kubilitics.cli;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.cluster.ClusterSource;
import io.kubilitics.source.cluster.Connector;
import io.kubilitics.source.cluster.kubeconfig.Kubeconfig;
import io.kubilitics.source.cluster.kubeconfig.KubeconfigChange;
import io.kubilitics.source.cluster.kubeconfig.KubeconfigFiles;
import io.kubilitics.source.cluster.kubeconfig.KubeconfigWatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The kubeconfig of a server. It is read again when it changes, and what is open is told: a
/// cluster whose credentials are new goes on with them, one whose context is gone goes on with what
/// it had. Any thread.
final class LiveKubeconfig implements AutoCloseable {
  private final KubeconfigWatch watch;
  private final Connector connector;

  /// By context. A source stays until it is closed.
  private final Map<String, Set<ClusterSource>> open = new HashMap<>();

  private LiveKubeconfig(KubeconfigFiles files, Connector connector, Duration pace) {
    this.connector = connector;
    watch = KubeconfigWatch.start(files, pace, this::changed);
  }

  /// Reads the files and goes on looking at them.
  ///
  /// @throws ProblemException when a file was named and is not there or cannot be read
  static LiveKubeconfig open(KubeconfigFiles files, Connector connector) {
    return open(files, connector, KubeconfigWatch.USUAL_PACE);
  }

  static LiveKubeconfig open(KubeconfigFiles files, Connector connector, Duration pace) {
    return new LiveKubeconfig(files, connector, pace);
  }

  Kubeconfig now() {
    return watch.now();
  }

  Contexts contexts() {
    return new Contexts(now(), connector);
  }

  /// The cluster of a context, not contacted yet.
  ///
  /// @throws ProblemException when there is no such context, or it makes no sense
  ResourceSource cluster(String context, Catalogue catalogue) {
    synchronized (open) {
      ClusterSource source = ClusterSource.alive(now().access(context), catalogue, connector);
      open.computeIfAbsent(context, _ -> new HashSet<>()).add(source);
      return new ReleasedSource(source, () -> forget(context, source));
    }
  }

  private void forget(String context, ClusterSource source) {
    synchronized (open) {
      Set<ClusterSource> sources = open.getOrDefault(context, new HashSet<>());
      sources.remove(source);
      if (sources.isEmpty()) {
        open.remove(context);
      }
    }
  }

  private void changed(KubeconfigChange change) {
    change.gone().forEach(context -> sources(context).forEach(ClusterSource::contextGone));
    List<String> again = new ArrayList<>(change.changed());
    again.addAll(change.added());
    again.forEach(context -> sources(context).forEach(source -> renew(source, context, change)));
  }

  /// What makes no sense any more is not taken over.
  private static void renew(ClusterSource source, String context, KubeconfigChange change) {
    try {
      source.reaccess(change.now().access(context));
    } catch (ProblemException _) {
      source.contextGone();
    }
  }

  private Collection<ClusterSource> sources(String context) {
    synchronized (open) {
      return List.copyOf(open.getOrDefault(context, Set.of()));
    }
  }

  /// Looks no longer. The clusters stay open.
  @Override
  public void close() {
    watch.close();
  }
}
