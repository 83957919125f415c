package io.kubilitics.truth;

import io.kubilitics.model.Relation;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The files of the truth set.
public final class TruthSet {
  static final String OBJECTS = ".yaml";

  private static final String EDGES = ".edges";
  private static final String ON_DEMAND = "# on demand:";

  private TruthSet() {}

  public static Path root() {
    URL root = Objects.requireNonNull(TruthSet.class.getResource("/truth"));
    try {
      return Path.of(root.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The files with objects, in a fixed order.
  public static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.walk(root())) {
      return files.filter(file -> file.toString().endsWith(OBJECTS)).sorted().toList();
    }
  }

  /// The lines of the file with the edges of a case.
  static List<String> edges(Path objects) throws IOException {
    String name = objects.getFileName().toString();
    return Files.readAllLines(objects.resolveSibling(name.replace(OBJECTS, EDGES)));
  }

  /// The relations a case asks for although no edges of them are kept.
  static Set<Relation> onDemand(Path objects) throws IOException {
    return edges(objects).stream()
        .filter(line -> line.startsWith(ON_DEMAND))
        .flatMap(line -> Stream.of(line.substring(ON_DEMAND.length()).strip().split(" +")))
        .map(Relation::new)
        .collect(Collectors.toSet());
  }
}
