package io.kubilitics.source.cluster.kubeconfig;

import io.kubilitics.catalogue.MalformedDocumentException;
import io.kubilitics.source.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one file says. Immutable.
///
/// @param usable whether it could be read; if not, a remark says why, and it says nothing or what
///   it said before
/// @param current `""` when it sets none
record KubeconfigFile(
    String name,
    boolean usable,
    Map<String, Entry> clusters,
    Map<String, Entry> users,
    Map<String, Entry> contexts,
    String current,
    List<KubeconfigRemark> remarks) {
  /// Certificates make kubeconfigs large, but not this large.
  static final int MOST_BYTES = 10 << 20;

  /// Reads a file.
  ///
  /// @return empty when there is none
  static Optional<KubeconfigFile> read(Path path) {
    Path file = path.toAbsolutePath().normalize();
    String name = file.toString();
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      if (!Files.isRegularFile(file)) {
        return Optional.of(broken(name, 0, "is no regular file"));
      }
      try (InputStream in = Files.newInputStream(file)) {
        return Optional.of(FileParser.parse(name, file.getParent(), in.readNBytes(MOST_BYTES + 1)));
      }
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(broken(name, 0, "cannot be read: " + e.getClass().getSimpleName()));
    } catch (MalformedDocumentException e) {
      return Optional.of(broken(name, e.line(), String.valueOf(e.getMessage())));
    }
  }

  /// What another reading said, with what is wrong now.
  KubeconfigFile withEntriesOf(KubeconfigFile other) {
    return new KubeconfigFile(
        name, usable, other.clusters, other.users, other.contexts, other.current, remarks);
  }

  private static KubeconfigFile broken(String name, int line, String reason) {
    List<KubeconfigRemark> remarks = List.of(new KubeconfigRemark(new Place(name, line), reason));
    return new KubeconfigFile(name, false, Map.of(), Map.of(), Map.of(), "", remarks);
  }
}
