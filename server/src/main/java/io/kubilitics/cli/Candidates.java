package io.kubilitics.cli;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.catalogue.KindDefinition;
import io.kubilitics.model.Health;
import io.kubilitics.topology.Focus.Direction;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The values a shell may offer behind an option. The catalogue is read when the first of them is
/// asked for, which only the command `completion` does.
final class Candidates {
  private final Supplier<Catalogue> catalogue;

  Candidates(Supplier<Catalogue> catalogue) {
    this.catalogue = catalogue;
  }

  /// The plural, as people type it; with the group where two kinds have the same.
  Iterable<String> kinds() {
    return () -> {
      Catalogue read = catalogue.get();
      return read.kinds().stream()
          .map(definition ->
              read.kind(definition.plural()).filter(definition.kind()::equals).isPresent()
                  ? definition.plural()
                  : withGroup(definition))
          .sorted()
          .distinct()
          .iterator();
    };
  }

  private static String withGroup(KindDefinition definition) {
    return definition.plural() + "." + definition.kind().group();
  }

  Iterable<String> relations() {
    return () ->
        catalogue.get().relations().all().stream().map(type -> type.relation().name()).iterator();
  }

  Iterable<String> health() {
    return listed(Arrays.stream(Health.Status.values()).map(Health.Status::text));
  }

  Iterable<String> directions() {
    return listed(Arrays.stream(Direction.values()).map(Direction::text));
  }

  private static Iterable<String> listed(Stream<String> words) {
    return List.copyOf(words.toList());
  }
}
