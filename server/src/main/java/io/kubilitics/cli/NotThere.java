package io.kubilitics.cli;

import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.Suggestion;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyQuery;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The line that says that an object somebody named is not there, and which one may be meant.
final class NotThere {
  private NotThere() {}

  /// Prints it.
  ///
  /// @param command that was given
  static void say(Shell shell, String command, Topology topology, ResourceId id) {
    shell
        .err()
        .println(
            "kubilitics "
                + command
                + ": "
                + new Problem.NotFound(id.toString()).message()
                + Suggestion.question(id.toString(), idsOfKind(topology, id.kind())));
  }

  private static Stream<String> idsOfKind(Topology topology, Kind kind) {
    TopologyQuery ofKind =
        new TopologyQuery(
            Set.of(), Set.of(kind), Set.of(), LabelSelector.EVERYTHING, Set.of(), Optional.empty());
    return topology.select(ofKind, Viewer.EVERYTHING).nodes().map(node -> node.id().toString());
  }
}
