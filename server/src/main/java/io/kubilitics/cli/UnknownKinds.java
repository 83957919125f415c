package io.kubilitics.cli;

import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The kinds of a cluster that its user must not count on when he reads an answer.
///
/// @param forbidden those the user may not list
/// @param unread those that could not be read for another reason
record UnknownKinds(List<Kind> forbidden, List<Kind> unread) {
  private static final int NAMED = 10;

  static UnknownKinds of(Topology topology) {
    return new UnknownKinds(
        kinds(topology, Knowledge.FORBIDDEN), kinds(topology, Knowledge.SYNCING));
  }

  private static List<Kind> kinds(Topology topology, Knowledge knowledge) {
    return topology.knowledge().stream()
        .filter(state -> state.knowledge() == knowledge)
        .map(KindState::kind)
        .filter(kind -> !kind.equals(KindState.ANY_OTHER))
        .toList();
  }

  /// One line for the reader, unless everything is known.
  Optional<String> text() {
    String text =
        Stream.of(named("may not be listed: ", forbidden), named("could not be read: ", unread))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("; "));
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static String named(String what, List<Kind> kinds) {
    if (kinds.isEmpty()) {
      return "";
    }
    String first =
        kinds.stream().limit(NAMED).map(Kind::toString).collect(Collectors.joining(", "));
    return what + first + (kinds.size() > NAMED ? " and " + (kinds.size() - NAMED) + " more" : "");
  }
}
