package io.kubilitics.topology.query;

import io.kubilitics.model.ResourceId;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jgrapht.alg.connectivity.ConnectivityInspector;

/// The pieces into which a part of a network falls: objects are in one piece when edges that are
/// shown join them, in whichever direction.
public final class Components {
  private Components() {}

  /// What is no object and has only edges that nobody sees is in no piece. Largest first, then by
  /// the text of the first id; ids within a piece by their text.
  ///
  /// @param wanted which nodes are in the part
  public static List<List<ResourceId>> of(Network network, Predicate<Node> wanted) {
    BitSet part = new BitSet();
    for (int handle = 0; handle < network.limit(); handle++) {
      Node node = network.node(handle);
      part.set(handle, node != null && wanted.test(node));
    }
    NetworkGraph graph =
        new NetworkGraph(network, part, NetworkGraph.shown(network), false, _ -> 1);
    return new ConnectivityInspector<>(graph)
        .connectedSets().stream()
            .filter(piece -> piece.size() > 1 || isObject(network, piece.iterator().next()))
            .map(piece -> Ids.sorted(network, piece))
            .sorted(
                Comparator.comparing((List<ResourceId> piece) -> -piece.size())
                    .thenComparing(piece -> piece.getFirst().toString()))
            .toList();
  }

  private static boolean isObject(Network network, int handle) {
    return network.node(handle) instanceof Node.Present;
  }
}
