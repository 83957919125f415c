package io.kubilitics.api;

import io.kubilitics.model.Kind;
import io.kubilitics.model.RelationTypes;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.Readiness;
import io.kubilitics.session.Session;
import io.kubilitics.topology.Network;
import io.kubilitics.topology.Node;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The words for kinds in one cluster: those of its catalogue, and the names of kinds that nobody
/// described but that are there. The cluster is told which kind a caller names. Used by one thread.
final class KindWords {
  private final Session session;
  private final Network network;

  /// The kinds of what is there, looked for when the first word needs them: a question may have
  /// thousands of words.
  private @Nullable SortedSet<Kind> there;

  /// @param network as far as the caller may see it
  KindWords(Session session, Network network) {
    this.session = session;
    this.network = network;
  }

  /// The kind that a caller means: `pods`, `po`, `Pod` or `deployments.apps`.
  ///
  /// @throws IllegalArgumentException when there is none
  /// @throws ProblemException `Unreadable` while that is not known
  Kind kind(String word) {
    return find(word).orElseThrow(() -> new IllegalArgumentException(nobody(word).message()));
  }

  /// The kind that a path means.
  ///
  /// @throws ProblemException `NotFound` when there is none, `Unreadable` while that is not known
  Kind kindInPath(String word) {
    return find(word).orElseThrow(() -> new ProblemException(nobody(word)));
  }

  private static Problem nobody(String word) {
    return new Problem.NotFound(what(word));
  }

  private static String what(String word) {
    return "the kind '" + word + "'";
  }

  private Optional<Kind> find(String word) {
    Optional<Kind> kind = session.catalogue().kind(word).or(() -> present(word));
    kind.ifPresent(session::wanted);
    if (kind.isEmpty() && session.readiness() instanceof Readiness.Opening) {
      throw new ProblemException(
          new Problem.Unreadable(
              what(word), "is not known yet, the cluster is still being read; try again"));
    }
    return kind;
  }

  RelationTypes relations() {
    return session.catalogue().relations();
  }

  /// Of several kinds with the same name the first in their order.
  private Optional<Kind> present(String word) {
    if (there == null) {
      there = kinds(network);
    }
    return there.stream().filter(kind -> isNamed(kind, word)).findFirst();
  }

  private static SortedSet<Kind> kinds(Network network) {
    SortedSet<Kind> kinds = new TreeSet<>();
    for (int handle = 0; handle < network.limit(); handle++) {
      Node node = network.node(handle);
      if (node != null) {
        kinds.add(node.id().kind());
      }
    }
    return kinds;
  }

  private static boolean isNamed(Kind kind, String word) {
    return kind.name().equalsIgnoreCase(word) || kind.toString().equalsIgnoreCase(word);
  }
}
