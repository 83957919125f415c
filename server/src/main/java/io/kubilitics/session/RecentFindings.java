package io.kubilitics.session;

import io.kubilitics.check.Findings;
import io.kubilitics.check.WorldMode;
import io.kubilitics.model.Finding;
import io.kubilitics.model.Viewer;
import io.kubilitics.topology.Topology;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// What is wrong in one cluster, for one viewer. Where it takes long to find and the cluster
/// changes all the time, no more than a part of one processor goes into it: what was found is given
/// again for some time, with the revision in which it was found. Those who ask at the same time
/// wait for one search. Used by any thread.
public final class RecentFindings {
  /// What is found in less time is looked for at every revision, in nanoseconds.
  private static final long CHEAP = 100_000_000;

  /// For how many times as long as the search took it counts.
  private static final int LASTS = 5;

  private final Viewer viewer;
  private final LongSupplier nanoTime;
  private @Nullable Found last;

  /// What was found in a revision.
  ///
  /// @param until the time up to which newer revisions may wait
  public record Found(Topology topology, Findings findings, List<Finding> documents, long until) {}

  /// @param nanoTime counts nanoseconds, as [System#nanoTime] does
  public RecentFindings(Viewer viewer, LongSupplier nanoTime) {
    this.viewer = viewer;
    this.nanoTime = nanoTime;
  }

  /// What was found in this revision, in a newer one, or in one that is old by a few seconds at
  /// most.
  ///
  /// @param documents what is wrong with what was read, beside the objects
  public synchronized Found of(Topology topology, WorldMode world, List<Finding> documents) {
    long begin = nanoTime.getAsLong();
    Found known = last;
    if (known != null
        && known.documents.equals(documents)
        && (known.topology.revision() >= topology.revision() || begin - known.until < 0)) {
      return known;
    }
    Findings findings = Findings.of(topology, viewer, world, documents, _ -> true);
    long end = nanoTime.getAsLong();
    long took = end - begin;
    Found found = new Found(topology, findings, documents, took < CHEAP ? end : end + took * LASTS);
    last = found;
    return found;
  }
}
