package io.kubilitics.api;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.Kind;
import io.kubilitics.model.RelationTypes;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The words for kinds in one cluster: those of the catalogue, and the names of kinds that nobody
/// described but that are there.
///
/// @param named told of each kind that a caller names
record KindWords(Catalogue catalogue, Network network, Consumer<Kind> named) {
  /// The kind that a caller means: `pods`, `po`, `Pod` or `deployments.apps`.
  ///
  /// @throws IllegalArgumentException when there is none
  Kind kind(String word) {
    return find(word).orElseThrow(() -> new IllegalArgumentException(nobody(word).message()));
  }

  /// The kind that a path means.
  ///
  /// @throws ProblemException `NotFound` when there is none
  Kind kindInPath(String word) {
    return find(word).orElseThrow(() -> new ProblemException(nobody(word)));
  }

  private static Problem nobody(String word) {
    return new Problem.NotFound("the kind '" + word + "'");
  }

  private Optional<Kind> find(String word) {
    Optional<Kind> kind = catalogue.kind(word).or(() -> Optional.ofNullable(present(word)));
    kind.ifPresent(named);
    return kind;
  }

  RelationTypes relations() {
    return catalogue.relations();
  }

  /// Of several kinds with the same name the first in their order.
  private @Nullable Kind present(String word) {
    Kind first = null;
    for (int handle = 0; handle < network.limit(); handle++) {
      Node node = network.node(handle);
      if (node != null && isNamed(node.id().kind(), word)) {
        Kind kind = node.id().kind();
        first = first == null || kind.compareTo(first) < 0 ? kind : first;
      }
    }
    return first;
  }

  private static boolean isNamed(Kind kind, String word) {
    return kind.name().equalsIgnoreCase(word) || kind.toString().equalsIgnoreCase(word);
  }
}
