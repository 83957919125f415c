package io.kubilitics.api;

import io.kubilitics.api.Clusters.Cluster;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What the server answers about, which comes after the server itself.
final class Attached {
  private final AtomicReference<@Nullable Clusters> clusters = new AtomicReference<>();

  void set(Clusters clusters) {
    this.clusters.set(clusters);
  }

  /// Whether anything has been attached and no cluster is still being read for the first time.
  boolean isReady() {
    Clusters attached = clusters.get();
    return attached != null
        && attached.all().stream().noneMatch(cluster -> cluster.state() == Clusters.State.OPENING);
  }

  /// The clusters; none while the program is still starting.
  List<Cluster> known() {
    Clusters attached = clusters.get();
    return attached == null ? List.of() : attached.all();
  }

  /// The clusters and their words.
  ///
  /// @throws ProblemException while the program is still starting
  Clusters clusters() {
    Clusters attached = clusters.get();
    if (attached == null) {
      throw new ProblemException(
          new Problem.Unreadable("clusters", "the server is still starting; try again"));
    }
    return attached;
  }

  /// A cluster by name.
  ///
  /// @throws ProblemException when there is none, or nothing is known of it yet
  Cluster named(String name) {
    return clusters().all().stream()
        .filter(cluster -> cluster.id().value().equals(name))
        .findFirst()
        .orElseThrow(() -> new ProblemException(new Problem.NotFound("cluster " + name)));
  }
}
