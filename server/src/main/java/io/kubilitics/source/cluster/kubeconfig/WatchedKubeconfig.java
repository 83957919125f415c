package io.kubilitics.source.cluster.kubeconfig;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One file that is looked at again and again. It is read when it has been the same for two looks,
/// so that nobody reads what is being written; and what it said last goes on to count while it
/// cannot be read. One thread at a time.
final class WatchedKubeconfig {
  private final Path path;
  private FileStamp seen;
  private FileStamp read;
  private @Nullable KubeconfigFile content;

  WatchedKubeconfig(Path path) {
    this.path = path;
    seen = FileStamp.of(path);
    read = seen;
    content = KubeconfigFile.read(path).orElse(null);
  }

  Path path() {
    return path;
  }

  /// What counts; empty when the file is not there.
  Optional<KubeconfigFile> content() {
    return Optional.ofNullable(content);
  }

  /// Looks at the file and reads it when it has changed; tells whether it did.
  boolean look() {
    FileStamp now = FileStamp.of(path);
    boolean isQuiet = now.equals(seen);
    seen = now;
    if (!isQuiet || now.equals(read)) {
      return false;
    }
    read = now;
    KubeconfigFile before = content;
    content =
        KubeconfigFile.read(path)
            .map(file -> file.usable() || before == null ? file : file.withEntriesOf(before))
            .orElse(null);
    return true;
  }
}
