package io.kubilitics.topology.query;

import io.kubilitics.topology.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/// The shortest ways between two objects along edges in either direction. What joins nearly
/// everything weighs more: a step along a relation that is a hub in drawings (the node two Pods run
/// on, their ServiceAccount) as much as three others, and going through an object with more than a
/// hundred edges as much as one step more. Of ways of the same weight the one whose ids come first
/// is first. No way visits an object twice.
///
/// Partial ways are tried in the order of what the whole will weigh at least, which is known
/// exactly: so the first that arrives is the shortest, and the next the next.
///
/// @param paths shortest first; none when the objects do not hang together
/// @param complete false when the search was given up before it had found as many as were wanted
public record Paths(List<Path> paths, boolean complete) {
  /// The largest number of ways that can be asked for.
  public static final int MOST = 10;

  /// How many partial ways are looked at before the search is given up.
  private static final int MOST_TRIED = 100_000;

  public Paths {
    paths = List.copyOf(paths);
  }

  /// Finds the shortest ways.
  ///
  /// @param from a handle with a node
  /// @param to a handle with a node
  /// @param most 1 to [#MOST]
  public static Paths between(Network network, int from, int to, int most) {
    if (most < 1 || most > MOST) {
      throw new IllegalArgumentException("1 to " + MOST + " ways, not " + most);
    }
    Weights weights = new Weights(network);
    int[] left = Distances.to(network, weights, to);
    List<Path> found = new ArrayList<>();
    PriorityQueue<PartialPath> open = new PriorityQueue<>();
    if (left[from] != Distances.FAR) {
      open.add(PartialPath.at(from, left[from], network));
    }
    int tried = 0;
    while (!open.isEmpty() && found.size() < most && tried < MOST_TRIED) {
      PartialPath way = open.remove();
      if (way.node() == to) {
        found.add(way.path(network));
        continue;
      }
      for (Weights.Leg leg : weights.legs(way.node()).values()) {
        if (!way.visits(leg.to())) {
          open.add(way.with(leg, left[leg.to()], network));
          tried++;
        }
      }
    }
    return new Paths(found, found.size() == most || open.isEmpty());
  }
}
