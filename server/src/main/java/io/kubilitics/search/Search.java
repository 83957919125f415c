package io.kubilitics.search;

import io.kubilitics.model.ClusterId;
import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Collects the best hits over any number of clusters, no more than are wanted. One thread, one use.
public final class Search {
  private static final Comparator<Hit> ORDER = Comparator.comparing(Hit::place);

  private final @Nullable Place after;
  private final int limit;
  private final PriorityQueue<Hit> best = new PriorityQueue<>(ORDER.reversed());
  private int total;
  private int behind;

  /// Where a hit stands: best first, then by kind, namespace, name and cluster.
  public record Place(int rank, ResourceId id, ClusterId cluster) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparingInt(Place::rank)
            .thenComparing(Place::id)
            .thenComparing(Place::cluster);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /// One that was found.
  public record Hit(Place place, Node node) {}

  /// One page of hits.
  ///
  /// @param total how many there are on all pages
  /// @param next the place behind which the next page begins, null on the last
  public record Page(List<Hit> hits, int total, @Nullable Place next) {}

  /// @param after only hits behind this place, null for the first page
  /// @param limit how many at most, from 1
  public Search(@Nullable Place after, int limit) {
    this.after = after;
    this.limit = limit;
  }

  /// Looks at every node of one cluster.
  public void in(ClusterId cluster, Network network, SearchQuery query) {
    for (int handle = 0; handle < network.limit(); handle++) {
      Node node = network.node(handle);
      int rank = node == null ? SearchQuery.NO : query.rank(node);
      if (node == null || rank == SearchQuery.NO) {
        continue;
      }
      total++;
      Place place = new Place(rank, node.id(), cluster);
      if (after != null && place.compareTo(after) <= 0) {
        continue;
      }
      behind++;
      Hit worst = best.size() < limit ? null : best.peek();
      if (worst == null || place.compareTo(worst.place()) < 0) {
        best.add(new Hit(place, node));
        if (best.size() > limit) {
          best.remove();
        }
      }
    }
  }

  /// What was found in all of them.
  public Page page() {
    List<Hit> hits = new ArrayList<>(best);
    hits.sort(ORDER);
    return new Page(
        List.copyOf(hits), total, behind > hits.size() ? hits.getLast().place() : null);
  }
}
