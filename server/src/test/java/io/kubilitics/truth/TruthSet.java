package io.kubilitics.truth;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The files of the truth set.
final class TruthSet {
  static final String OBJECTS = ".yaml";

  private TruthSet() {}

  static Path root() {
    URL root = Objects.requireNonNull(TruthSet.class.getResource("/truth"));
    try {
      return Path.of(root.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The files with objects, in a fixed order.
  static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.walk(root())) {
      return files.filter(file -> file.toString().endsWith(OBJECTS)).sorted().toList();
    }
  }
}
