package io.kubilitics.api;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.Kind;
import io.kubilitics.model.RelationTypes;
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
    Kind kind =
        catalogue
            .kind(word)
            .or(() -> Optional.ofNullable(present(word)))
            .orElseThrow(() -> new IllegalArgumentException("the kind '" + word + "'"));
    named.accept(kind);
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
