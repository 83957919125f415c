package io.kubilitics.layout.outline;

import io.kubilitics.layout.outline.Folding.Role;
import java.util.Arrays;
import java.util.function.IntConsumer;

/// The cards of a frame and the edges between them, after folding. Cards are known by the numbers
/// of their objects in the local graph.
final class CardGraph {
  private final LocalGraph graph;
  private final Folding folding;
  private final int[] firstOut;
  private final int[] out;
  private final int[] firstIn;
  private final int[] in;

  CardGraph(LocalGraph graph, Folding folding) {
    this.graph = graph;
    this.folding = folding;
    firstOut = new int[graph.size() + 1];
    firstIn = new int[graph.size() + 1];
    for (int edge = 0; edge < graph.edges(); edge++) {
      if (joinsCards(edge)) {
        firstOut[source(edge) + 1]++;
        firstIn[target(edge) + 1]++;
      }
    }
    Arrays.parallelPrefix(firstOut, Integer::sum);
    Arrays.parallelPrefix(firstIn, Integer::sum);
    out = new int[firstOut[graph.size()]];
    in = new int[firstIn[graph.size()]];
    int[] nextOut = firstOut.clone();
    int[] nextIn = firstIn.clone();
    for (int edge = 0; edge < graph.edges(); edge++) {
      if (joinsCards(edge)) {
        out[nextOut[source(edge)]++] = edge;
        in[nextIn[target(edge)]++] = edge;
      }
    }
  }

  LocalGraph graph() {
    return graph;
  }

  Folding folding() {
    return folding;
  }

  boolean isCard(int number) {
    return folding.role(number) == Role.CARD;
  }

  /// A card that apps are made around: a workload, or a Pod that nobody runs.
  boolean isRoot(int number) {
    return isCard(number)
        && (folding.shape(number).hasCells() || graph.id(number).kind().equals(Workloads.POD));
  }

  /// The card an edge leaves.
  int source(int edge) {
    return folding.card(graph.source(edge));
  }

  /// The card an edge meets.
  int target(int edge) {
    return folding.card(graph.target(edge));
  }

  boolean joinsCards(int edge) {
    return source(edge) != target(edge) && !folding.isMissingPod(graph.target(edge));
  }

  boolean hasEdges(int card) {
    return firstOut[card] != firstOut[card + 1] || firstIn[card] != firstIn[card + 1];
  }

  /// Every edge that leaves a card or what is folded into it.
  void forEachOut(int card, IntConsumer edges) {
    for (int at = firstOut[card]; at < firstOut[card + 1]; at++) {
      edges.accept(out[at]);
    }
  }

  /// Every edge that meets a card or what is folded into it.
  void forEachIn(int card, IntConsumer edges) {
    for (int at = firstIn[card]; at < firstIn[card + 1]; at++) {
      edges.accept(in[at]);
    }
  }
}
